// The rows of a file that are wrong, and the parts that it would change, each in a list that keys move through.
import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportKind, ImportPreview } from '#shared/contract/catalogue-import.ts'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { VirtualList } from '#renderer/components/virtual-list.tsx'
import { headOfColumn, languageOf } from './heads.ts'
import { useCellWords } from './use-cell-words.ts'

type Wrong = ImportPreview['problems'][number]
type Changed = ImportPreview['changes'][number]
const keyOfWrong = ({ row, head, problem }: Wrong): string => `${row} ${head} ${problem}`
const keyOfChanged = ({ row }: Changed): string => String(row)
const nothing = () => undefined

export const WrongRows = ({ problems }: { problems: readonly Wrong[] }) => {
  const { t } = useTranslation('catalogue')
  const rowHeight = SIZES[useLook().density].row
  const cells = useCallback((problem: Wrong) => <WrongCells problem={problem} />, [])
  return (
    <div className="catalogue-rows">
      <VirtualList
        first
        label={t('files.counts.wrong')}
        className="catalogue-problems"
        rows={problems}
        keyOf={keyOfWrong}
        rowHeight={rowHeight}
        onOpen={nothing}
        head={
          <>
            <span role="columnheader">{t('files.row')}</span>
            <span role="columnheader">{t('files.column')}</span>
            <span role="columnheader">{t('files.given')}</span>
            <span role="columnheader">{t('files.whatAndWay')}</span>
          </>
        }
      >
        {cells}
      </VirtualList>
    </div>
  )
}

const WrongCells = ({ problem }: { problem: Wrong }) => {
  const { column, what, way } = useCellWords()(problem)
  return (
    <>
      <span role="gridcell" className="num">
        {problem.row}
      </span>
      <span role="gridcell">{column}</span>
      <span role="gridcell" className="mono selectable" title={problem.given}>
        {problem.given}
      </span>
      <span role="gridcell" title={`${what} ${way}`}>
        <b>{what}</b> {way}
      </span>
    </>
  )
}

export const ChangedRows = ({ kind, changes }: { kind: ImportKind; changes: readonly Changed[] }) => {
  const { t } = useTranslation('catalogue')
  const rowHeight = SIZES[useLook().density].row
  const cells = useCallback((changed: Changed) => <ChangedCells kind={kind} changed={changed} />, [kind])
  return (
    <div className="catalogue-rows">
      <VirtualList
        first
        label={t('files.counts.changed')}
        className="catalogue-changes"
        rows={changes}
        keyOf={keyOfChanged}
        rowHeight={rowHeight}
        onOpen={nothing}
        head={
          <>
            <span role="columnheader">{t('files.row')}</span>
            <span role="columnheader">{t('field.code')}</span>
            <span role="columnheader">{t('field.name')}</span>
            <span role="columnheader">{t('files.changes')}</span>
          </>
        }
      >
        {cells}
      </VirtualList>
    </div>
  )
}

const ChangedCells = ({ kind, changed }: { kind: ImportKind; changed: Changed }) => {
  const { t, i18n } = useTranslation('catalogue')
  const words = changed.fields
    .map(({ column, from, to }) => {
      const head = headOfColumn(kind, column, languageOf(i18n.language))
      return t('files.change', { head, from: from || '—', to: to || '—' })
    })
    .join(t('separator'))
  return (
    <>
      <span role="gridcell" className="num">
        {changed.row}
      </span>
      <span role="gridcell" className="mono">
        {changed.code}
      </span>
      <span role="gridcell">{changed.name}</span>
      <span role="gridcell" className="num" title={words}>
        {words}
      </span>
    </>
  )
}
