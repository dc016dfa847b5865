// All packages: parts and service items that are sold together.
import { useCallback, useDeferredValue } from 'react'
import { useTranslation } from 'react-i18next'
import type { PartsPackage } from '#shared/contract/catalogue.ts'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import { Empty, QueryPanel } from '#renderer/components/panel-states.tsx'
import { VirtualList } from '#renderer/components/virtual-list.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { holding } from '../holding.ts'
import { InUse } from '../in-use.tsx'
import { useShown } from '../use-shown.ts'
import { WorkArea } from '../work-area.tsx'
import { PackageEditor } from './package-editor.tsx'

const keyOf = ({ id }: PartsPackage): string => id
const rowClass = ({ active }: PartsPackage): string => (active ? '' : 'faded')

export const PackagesView = () => {
  const { t } = useTranslation('catalogue')
  const shown = useShown<PartsPackage>(t('packages.add'))
  const text = useDeferredValue(shown.text.trim())
  const all = useCoreQuery('package.list', {}, { keepPrevious: true })
  const rowHeight = SIZES[useLook().density].row
  const cells = useCallback((entry: PartsPackage) => <PackageCells entry={entry} />, [])
  const { open, outOfUse } = shown
  const rows = holding(all.value?.packages ?? [], text).filter(({ active }) => active || outOfUse)
  return (
    <WorkArea
      shown={shown}
      hint={t('packages.hint')}
      count={all.value ? t('packages.count', { count: rows.length }) : ''}
      side={
        open && <PackageEditor key={open.seq} entry={open.entry} onClose={shown.close} typed={shown.typed} />
      }
    >
      <QueryPanel answer={all} rows={10}>
        {() =>
          rows.length === 0 ? (
            <Empty
              why={text === '' ? t('packages.empty') : t('nothing', { text })}
              verb={{ label: t('packages.add'), keys: 'Ctrl+N', run: () => shown.show(null) }}
            />
          ) : (
            <VirtualList
              ref={shown.list}
              label={t('views.packages')}
              className="catalogue-packages"
              rows={rows}
              keyOf={keyOf}
              rowHeight={rowHeight}
              rowClass={rowClass}
              head={<PackageHeads />}
              current={shown.current}
              onCurrent={shown.setCurrent}
              onOpen={shown.show}
            >
              {cells}
            </VirtualList>
          )
        }
      </QueryPanel>
    </WorkArea>
  )
}

const PackageHeads = () => {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <span role="columnheader">{t('field.code')}</span>
      <span role="columnheader">{t('field.name')}</span>
      <span role="columnheader" className="catalogue-amount">
        {t('packages.items')}
      </span>
      <span role="columnheader">{t('state')}</span>
    </>
  )
}

const PackageCells = ({ entry }: { entry: PartsPackage }) => {
  const { t } = useTranslation('catalogue')
  return (
    <>
      <span role="gridcell" className="mono">
        {entry.code}
      </span>
      <span role="gridcell">{entry.name}</span>
      <span role="gridcell" className="num catalogue-amount">
        {t('packages.itemCount', { count: entry.items.length })}
      </span>
      <span role="gridcell">
        <InUse active={entry.active} />
      </span>
    </>
  )
}
