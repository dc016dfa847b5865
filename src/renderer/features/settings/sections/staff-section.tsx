// The people who work here: who, which roles, whether they may sign in.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Person } from '#shared/contract/staff.ts'
import { KeyCap } from '#renderer/components/key-cap.tsx'
import { ProblemLine, QueryPanel } from '#renderer/components/panel-states.tsx'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useShortcuts } from '#renderer/lib/keys.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { useMayManage } from '../use-may-manage.ts'
import { AddPerson, ChangePerson, ResetPassword } from './staff-dialogs.tsx'

type Open = Readonly<{ verb: 'add' }> | Readonly<{ verb: 'change' | 'reset'; person: Person }> | null

export const StaffSection = () => {
  const { t } = useTranslation('settings')
  const mayChange = useMayManage()
  const list = useCoreQuery('staff.list', {})
  const change = useCoreCommand('staff.change')
  const { notice } = useNav()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  useShortcuts([mayChange && { keys: 'Ctrl+N', label: t('staff.add'), run: () => setOpen({ verb: 'add' }) }])
  const setActive = async (person: Person) => {
    const outcome = await change.run({ id: person.id, active: !person.active })
    if (outcome.ok)
      notice('plain', t(outcome.value.active ? 'staff.resumed' : 'staff.stopped', { name: person.name }))
  }
  return (
    <div className="settings-wide">
      <div className="settings-bar">
        <p>{mayChange ? '' : t('managerOnly')}</p>
        {mayChange && (
          <Button type="primary" onClick={() => setOpen({ verb: 'add' })}>
            {t('staff.add')}
            <KeyCap keys="Ctrl+N" />
          </Button>
        )}
      </div>
      <ProblemLine problem={change.problem} />
      <QueryPanel answer={list}>
        {({ people }) => (
          <PeopleTable
            people={people}
            mayChange={mayChange}
            onChange={(person) => setOpen({ verb: 'change', person })}
            onReset={(person) => setOpen({ verb: 'reset', person })}
            onActive={(person) => void setActive(person)}
          />
        )}
      </QueryPanel>
      {open?.verb === 'add' && <AddPerson onClose={close} />}
      {open?.verb === 'change' && <ChangePerson person={open.person} onClose={close} />}
      {open?.verb === 'reset' && <ResetPassword person={open.person} onClose={close} />}
    </div>
  )
}

type PeopleTableProps = Readonly<{
  people: readonly Person[]
  mayChange: boolean
  onChange: (person: Person) => void
  onReset: (person: Person) => void
  onActive: (person: Person) => void
}>

const PeopleTable = ({ people, mayChange, onChange, onReset, onActive }: PeopleTableProps) => {
  const { t } = useTranslation('settings')
  const { t: words } = useTranslation('people')
  return (
    <div className="sheet">
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('staff.no')}</th>
            <th scope="col">{t('staff.name')}</th>
            <th scope="col">{t('staff.roles')}</th>
            <th scope="col">{words('staff.skills')}</th>
            <th scope="col">{t('staff.state')}</th>
            {mayChange && (
              <th scope="col">
                <span className="visually-hidden">{t('staff.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id}>
              <td className="mono">{person.staffNo}</td>
              <td>{person.name}</td>
              <td>
                <Roles person={person} />
              </td>
              <td className="faded">{person.skills.join(' · ')}</td>
              <td className="staff-states">
                <StateOf person={person} />
                {person.hasPin && <StatusChip chip="idle" text={words('pin.set')} />}
              </td>
              {mayChange && (
                <td className="verbs">
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${t('staff.change')} ${person.name}`}
                    onClick={() => onChange(person)}
                  >
                    {t('staff.change')}
                  </Button>
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${t('staff.reset')} ${person.name}`}
                    onClick={() => onReset(person)}
                  >
                    {t('staff.reset')}
                  </Button>
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${t(person.active ? 'staff.stop' : 'staff.resume')} ${person.name}`}
                    onClick={() => onActive(person)}
                  >
                    {t(person.active ? 'staff.stop' : 'staff.resume')}
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

const Roles = ({ person }: { person: Person }) => {
  const { t } = useTranslation('labels')
  return person.roles.map((role) => t(`role.${role}`)).join(' · ')
}

const StateOf = ({ person }: { person: Person }) => {
  const { t } = useTranslation('settings')
  if (!person.active) return <StatusChip chip="idle" text={t('staff.left')} />
  if (person.mustChangePassword) return <StatusChip chip="waiting" text={t('staff.firstPassword')} />
  return <StatusChip chip="ready" text={t('staff.working')} />
}
