// What all directories have in common: a table of entries, the ones in use first, each added, changed, taken out of
// use and used again; never deleted.
import { useState } from 'react'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { Empty, ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import type { CoreAnswer } from '#renderer/lib/api.ts'
import { loose } from '#renderer/lib/i18n.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'
import { EntryDialog } from './entry-dialog.tsx'
import type { EntryField, EntryValues } from './entry-dialog.tsx'
import { useMayDirect } from './use-may-direct.ts'

export type Entry = Readonly<{ id: string; active: boolean }>
export type Column<T> = Readonly<{ head: string; mono?: boolean; cell: (entry: T) => ReactNode }>

type Props<T extends Entry> = Readonly<{
  /** The group of words under `custody:settings`. */
  words: 'places' | 'loaners' | 'branches' | 'partners' | 'warnings'
  answer: CoreAnswer<readonly T[]>
  nameOf: (entry: T) => string
  columns: readonly Column<T>[]
  /** The fields of the dialog; null asks for those of a new entry. */
  fields: (entry: T | null) => readonly EntryField[]
  valuesOf: (entry: T | null) => EntryValues
  onAdd: (values: EntryValues) => Promise<Outcome<T>>
  onChange: (id: string, values: EntryValues) => Promise<Outcome<T>>
  onActive: (id: string, active: boolean) => Promise<Outcome<T>>
}>

export const EntrySection = <T extends Entry>(props: Props<T>) => {
  const { words, answer, nameOf, columns, fields, valuesOf, onAdd, onChange, onActive } = props
  const { t } = useTranslation('custody')
  const mayChange = useMayDirect()
  const { notice } = useNav()
  const [open, setOpen] = useState<{ entry: T | null } | null>(null)
  const [problem, setProblem] = useState<Problem>()
  const add = { label: t(`settings.${words}.add`), keys: 'Ctrl+N', run: () => setOpen({ entry: null }) }
  useShortcuts([mayChange && add])
  const saved = (entry: T) => notice('good', t('settings.saved', { name: nameOf(entry) }))
  const toggle = async (entry: T) => {
    const outcome = await onActive(entry.id, !entry.active)
    setProblem(outcome.ok ? undefined : outcome.problem)
    if (outcome.ok) saved(outcome.value)
  }
  return (
    <div className="settings-wide">
      <div className="settings-bar">
        <p>{mayChange ? '' : t('settings.mayNot')}</p>
        {mayChange && (
          <Button type="primary" onClick={add.run}>
            {add.label}
            <KeyCap keys={add.keys} />
          </Button>
        )}
      </div>
      <ProblemLine problem={problem} />
      <QueryPanel answer={answer}>
        {(entries) =>
          entries.length === 0 ? (
            <div className="sheet">
              <Empty why={t(`settings.${words}.empty`)} {...(mayChange ? { verb: add } : {})} />
            </div>
          ) : (
            <div className="sheet">
              <table className="plain-table">
                <thead>
                  <tr>
                    {columns.map(({ head }) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                    <th scope="col">{t('settings.state')}</th>
                    {mayChange && (
                      <th scope="col">
                        <span className="visually-hidden">{t('settings.actions')}</span>
                      </th>
                    )}
                  </tr>
                </thead>
                <tbody>
                  {entries.map((entry) => (
                    <tr key={entry.id} className={entry.active ? '' : 'faded'}>
                      {columns.map(({ head, mono, cell }) => (
                        <td key={head} className={`selectable ${mono ? 'mono' : ''}`}>
                          {cell(entry)}
                        </td>
                      ))}
                      <td>
                        <StatusChip
                          chip={entry.active ? 'ready' : 'idle'}
                          text={t(entry.active ? 'settings.inUse' : 'settings.outOfUse')}
                        />
                      </td>
                      {mayChange && (
                        <td className="verbs">
                          <Button
                            size="small"
                            type="link"
                            aria-label={`${t('settings.change')} ${nameOf(entry)}`}
                            onClick={() => setOpen({ entry })}
                          >
                            {t('settings.change')}
                          </Button>
                          <Button
                            size="small"
                            type="link"
                            aria-label={`${t(entry.active ? 'settings.stop' : 'settings.resume')} ${nameOf(entry)}`}
                            onClick={() => void toggle(entry)}
                          >
                            {t(entry.active ? 'settings.stop' : 'settings.resume')}
                          </Button>
                        </td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </QueryPanel>
      {open && (
        <EntryDialog
          title={
            open.entry
              ? loose(t)(`custody:settings.${words}.changeTitle`, { name: nameOf(open.entry) })
              : t(`settings.${words}.addTitle`)
          }
          fields={fields(open.entry)}
          initial={valuesOf(open.entry)}
          changing={open.entry !== null}
          save={(values) => (open.entry ? onChange(open.entry.id, values) : onAdd(values))}
          onSaved={saved}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
