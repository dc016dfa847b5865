// What taking in a file would do: how many parts are new, changed, unchanged; every wrong row with the way out. With
// one wrong row nothing is taken in.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import type { Outcome } from '#renderer/lib/problem.ts'
import { base64OfText, csvOf } from './error-list.ts'
import { headOfColumn, languageOf } from './heads.ts'
import { ChangedRows, WrongRows } from './rows.tsx'
import { useCellWords } from './use-cell-words.ts'
import type { Looked } from './use-import.ts'
import type { Table } from './use-save-table.ts'

type Props = Readonly<{
  looked: Looked
  busy: boolean
  save: (make: () => Promise<Outcome<Table>>) => Promise<void>
  onTake: () => void
  onForget: () => void
}>

export const ImportResult = ({ looked: { name, kind, preview }, busy, save, onTake, onForget }: Props) => {
  const { t, i18n } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  const wordsOf = useCellWords()
  const { rows, added, changed, unchanged, wrong, problems, problemCount, ignored } = preview
  const isGood = wrong === 0 && problemCount === 0
  const canTake = isGood && added + changed > 0
  const saveErrors = () =>
    save(async () => {
      const heads = [t('files.row'), t('files.column'), t('files.given'), t('files.what'), t('files.way')]
      const lines = problems.map((problem) => {
        const { column, what, way } = wordsOf(problem)
        return [String(problem.row), column, problem.given, what, way]
      })
      const data = base64OfText(csvOf([heads, ...lines]))
      return { ok: true, value: { fileName: t('files.errorsName'), format: 'csv', data } }
    })
  useShortcuts([
    canTake && { keys: 'Ctrl+Enter', label: t('files.take'), run: onTake },
    !isGood && { keys: 'Ctrl+S', label: t('files.saveErrors'), run: () => void saveErrors() },
    { keys: 'Escape', label: common('verb.cancel'), run: onForget },
  ])
  const say = () => {
    if (!isGood) return t('files.refused', { count: wrong })
    if (!canTake) return t('files.nothingNew')
    return t('files.ready', { count: added + changed })
  }
  const counts = [
    ['rows', rows],
    ['added', added],
    ['changed', changed],
    ['unchanged', unchanged],
    ['wrong', wrong],
  ] as const
  const heads = preview.columns.map(({ column }) => headOfColumn(kind, column, languageOf(i18n.language)))
  return (
    <section className="sheet catalogue-result" aria-label={name}>
      <header className="catalogue-counts">
        <h2>{name}</h2>
        {counts.map(([what, count]) => (
          <span key={what}>
            {t(`files.counts.${what}`)} <b className="num">{count}</b>
          </span>
        ))}
        <span className="stretch" />
        {!isGood && (
          <Button onClick={() => void saveErrors()}>
            {t('files.saveErrors')}
            <KeyCap keys="Ctrl+S" />
          </Button>
        )}
        <Button onClick={onForget}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        {isGood && (
          <Button type="primary" disabled={!canTake} loading={busy} onClick={onTake}>
            {t('files.take')}
            <KeyCap keys="Ctrl+Enter" />
          </Button>
        )}
      </header>
      <p className={`catalogue-say ${isGood ? '' : 'catalogue-say-bad'}`} role="status">
        {say()}
        {problemCount > problems.length &&
          ` ${t('files.moreProblems', { shown: problems.length, count: problemCount })}`}
      </p>
      <p className="catalogue-read faint">
        {t('files.read', { encoding: preview.encoding.toUpperCase(), heads: heads.join(t('separator')) })}
        {ignored.length > 0 && ` ${t('files.ignored', { heads: ignored.join(t('separator')) })}`}
      </p>
      {!isGood ? (
        <WrongRows problems={problems} />
      ) : (
        preview.changes.length > 0 && <ChangedRows kind={kind} changes={preview.changes} />
      )}
      <FirstFocus />
    </section>
  )
}
