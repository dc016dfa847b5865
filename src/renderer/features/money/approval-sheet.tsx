// A second person says yes where the first one stands: who, and his PIN or password (rules STF-2, SET-6).
import { useEffect, useRef, useState } from 'react'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { useAppSelector } from '#renderer/app/store.ts'
import { has } from '#shared/domain/staff/rights.ts'
import { formatYuan } from '#shared/kernel/money.ts'
import { Dialog } from '#renderer/components/dialog.tsx'
import { DigitPicker } from '#renderer/components/digit-picker.tsx'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { Empty, ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { isRefusal } from '#renderer/lib/problem.ts'
import { useEnterWalk } from '#renderer/lib/use-enter-key.ts'
import type { Approvals, Asking } from './use-approvals.ts'
import './money.css'

export const ApprovalSheet = ({ approvals: { asking } }: { approvals: Approvals }) => {
  const { t } = useTranslation('money')
  return (
    <Dialog
      open={asking !== null}
      title={t('approve.title')}
      width={440}
      onClose={() => asking?.answer(null)}
    >
      {asking && <Ask key={`${asking.needed.act} ${asking.needed.objectId}`} asking={asking} />}
    </Dialog>
  )
}

const Ask = ({ asking: { needed, answer } }: { asking: Asking }) => {
  const { t } = useTranslation('money')
  const me = useAppSelector((state) => state.window.person?.staffId)
  const staff = useCoreQuery('staff.list', {})
  const people = staff.value?.people
  const able = (people ?? []).filter(
    ({ id, active, roles }) => active && id !== me && has('approveMoney', roles),
  )
  const give = useCoreCommand('approval.give')
  const [who, setWho] = useState('')
  const [secret, setSecret] = useState('')
  const [byPassword, setByPassword] = useState(false)
  const approver = able.find(({ id }) => id === who) ?? (able.length === 1 ? able[0] : undefined)
  const submit = async (): Promise<void> => {
    if (!approver || secret === '' || give.busy) return
    const isPin = approver.hasPin && !byPassword && /^\d{4,8}$/.test(secret)
    setSecret('')
    const outcome = await give.run({
      act: needed.act,
      objectId: needed.objectId,
      amountFen: needed.amountFen,
      approver: { staffNo: approver.staffNo, ...(isPin ? { pin: secret } : { password: secret }) },
    })
    if (outcome.ok) answer(outcome.value.token)
    else if (isRefusal(outcome.problem, 'passwordNeeded')) setByPassword(true)
  }
  const finish = (): void => void submit()
  // The dialog opens before the people are read; with one who may, his secret comes next.
  const box = useRef<HTMLDivElement>(null)
  const many = able.length
  useEffect(() => {
    const first = box.current?.querySelector<HTMLElement>(many === 1 ? 'input' : '[role=listbox]')
    const timer = setTimeout(() => first?.focus())
    return () => clearTimeout(timer)
  }, [many])
  useShortcuts([{ keys: 'Ctrl+Enter', label: t('approve.give'), run: finish }])
  const walk = useEnterWalk(finish)
  return (
    <div ref={box} className="pay-approve" role="presentation" onKeyDown={walk}>
      <p className="pay-due">
        <span>{t(`approve.act.${needed.act}`)}</span>
        <b className="num">{formatYuan(needed.amountFen, { sign: '¥' })}</b>
      </p>
      {people !== undefined && able.length === 0 ? (
        <Empty why={t('approve.nobody')} />
      ) : (
        <>
          <DigitPicker
            label={t('approve.who')}
            options={able.map(({ id, name, staffNo }) => ({ value: id, label: name, hint: staffNo }))}
            value={approver ? [approver.id] : []}
            onChange={([id = '']) => setWho(id)}
          />
          <label className="pay-field">
            <span className="pay-label">{t(byPassword ? 'approve.password' : 'approve.secret')}</span>
            <Input
              type="password"
              aria-label={t(byPassword ? 'approve.password' : 'approve.secret')}
              autoComplete="off"
              data-no-scan
              maxLength={200}
              value={secret}
              onChange={({ target }) => setSecret(target.value)}
            />
          </label>
        </>
      )}
      <ProblemLine problem={give.problem ?? (people === undefined ? staff.problem : undefined)} />
      <div className="pay-verbs">
        <Button onClick={() => answer(null)}>
          {t('back')}
          <KeyCap keys="Esc" />
        </Button>
        <Button type="primary" loading={give.busy} disabled={!approver} onClick={finish}>
          {t('approve.give')}
          <KeyCap keys="Ctrl+Enter" />
        </Button>
      </div>
    </div>
  )
}
