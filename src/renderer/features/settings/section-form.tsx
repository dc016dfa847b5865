// A settings form: starts from what the core says, walks by Enter, saves by Ctrl+Enter, tells what was saved.
import type { ReactNode } from 'react'
import { Button, Form } from 'antd'
import type { FormInstance } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import type { Problem } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import { useMayManage } from './use-may-manage.ts'

export type SectionFormProps<T extends object> = Readonly<{
  form: FormInstance<T>
  initial: T
  busy: boolean
  problem: Problem | undefined
  save: () => void
  children: ReactNode
}>

export const SectionForm = <T extends object>({
  form,
  initial,
  busy,
  problem,
  save,
  children,
}: SectionFormProps<T>) => {
  const { t } = useTranslation('settings')
  const { t: common } = useTranslation()
  const mayChange = useMayManage()
  const walk = useEnterWalk(save)
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      component={false}
      validateTrigger={[]}
      initialValues={initial}
      disabled={!mayChange}
    >
      <div className="settings-form" role="presentation" onKeyDown={mayChange ? walk : undefined}>
        {!mayChange && <p className="settings-note">{t('managerOnly')}</p>}
        {children}
        <ProblemLine problem={problem?.kind === 'badInput' ? undefined : problem} />
        {mayChange && (
          <div className="settings-save">
            <Button type="primary" loading={busy} onClick={save}>
              {common('verb.save')}
              <kbd className="key-cap">Ctrl+Enter</kbd>
            </Button>
          </div>
        )}
      </div>
    </Form>
  )
}
