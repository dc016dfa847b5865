// One entry of the catalogue beside its list: walks by Enter, saves by Ctrl+Enter, refusals stand at their fields, Esc
// goes back to the list. An entry is taken out of use, never deleted.
import { useState } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Button, Form } from 'antd'
import { useTranslation } from 'react-i18next'
import type { InputIssue } from '#shared/contract/reply.ts'
import { FirstFocus } from '#renderer/components/first-focus.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import type { Outcome, Problem } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { useFieldProblems } from '#renderer/lib/use-field-problems.ts'
import { noteSaved, noteTyped } from './use-shown.ts'
import type { Typed } from './use-shown.ts'

export type Entry = Readonly<{ id: string; name: string; active: boolean }>
/** `unchanged`: there was nothing to save. */
export type Saved<T> = Outcome<T> | Readonly<{ issues: readonly InputIssue[] }> | 'unchanged'

type Props<V extends object, T extends Entry> = Readonly<{
  title: string
  entry: T | null
  initial: V
  /** The fields of the contract, and how the form calls them. */
  names: Readonly<Record<string, string>>
  save: (values: V) => Promise<Saved<T>>
  onActive: (id: string, active: boolean) => Promise<Outcome<T>>
  onClose: () => void
  typed: RefObject<Typed>
  children: ReactNode
}>

export const Editor = <V extends object, T extends Entry>(props: Props<V, T>) => {
  const { title, entry, initial, names, save, onActive, onClose, typed, children } = props
  const { t } = useTranslation('catalogue')
  const { t: common } = useTranslation()
  const { notice } = useNav()
  const [form] = Form.useForm<V>()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  useFieldProblems(form, problem, names)
  const end = (saved: Saved<T>) => {
    setBusy(false)
    if (saved === 'unchanged') {
      noteSaved(typed)
      return onClose()
    }
    if ('issues' in saved) return setProblem({ kind: 'badInput', issues: [...saved.issues] })
    setProblem(saved.ok ? undefined : saved.problem)
    if (!saved.ok) return
    notice('good', t('saved', { name: saved.value.name }))
    noteSaved(typed)
    onClose()
  }
  const finish = async () => {
    if (busy) return
    setBusy(true)
    end(await save(form.getFieldsValue()))
  }
  const toggle = async () => {
    if (entry && !busy) end(await onActive(entry.id, !entry.active))
  }
  const toggleLabel = t(entry?.active === false ? 'useAgain' : 'takeOut')
  const walk = useEnterWalk(() => void finish())
  useShortcuts([
    { keys: 'Escape', label: common('verb.close'), run: onClose },
    { keys: 'Ctrl+Enter', label: common('verb.save'), run: () => void finish() },
    entry !== null && { keys: 'Ctrl+D', label: toggleLabel, run: () => void toggle() },
  ])
  return (
    <section className="sheet catalogue-editor" aria-label={title}>
      <h2>{title}</h2>
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        component={false}
        validateTrigger={[]}
        initialValues={initial}
        onValuesChange={() => noteTyped(typed)}
      >
        <div role="presentation" className="catalogue-body" onKeyDown={walk}>
          <FirstFocus />
          {children}
        </div>
      </Form>
      <ProblemLine problem={problem?.kind === 'badInput' ? undefined : problem} />
      <footer className="catalogue-foot">
        {entry !== null && (
          <Button onClick={() => void toggle()}>
            {toggleLabel}
            <KeyCap keys="Ctrl+D" />
          </Button>
        )}
        <span className="stretch" />
        <Button onClick={onClose}>
          {common('verb.cancel')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" loading={busy} onClick={() => void finish()}>
          {common('verb.save')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </footer>
    </section>
  )
}
