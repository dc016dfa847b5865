// One customer: who it is, the machines with everything that was done to them, and a new order in one key.
import { useRef, useState } from 'react'
import { Input } from 'antd'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { KeyCap } from '../../components/key-cap.tsx'
import { Empty, QueryPanel } from '../../components/panel-states.tsx'
import type { VirtualListHandle } from '../../components/virtual-list.tsx'
import { useCoreQuery } from '../../lib/api.ts'
import { isImeKey } from '../../lib/ime.ts'
import { useShortcuts } from '../../lib/keys.ts'
import { CustomerHead } from './customer-head.tsx'
import { CustomerSide } from './customer-side.tsx'
import { FoundCustomers } from './found-customers.tsx'
import { Machines } from './machines.tsx'
import '../../components/small-parts.css'
import './customers.css'

export const CustomerScreen = ({ params, seq }: ScreenProps) => {
  const { t } = useTranslation('customers')
  const asked = typeof params.customerId === 'string' ? params.customerId : null
  const [chosen, setChosen] = useState(asked)
  const [text, setText] = useState('')
  const [seen, setSeen] = useState(seq)
  const found = useRef<VirtualListHandle>(null)
  // Opened again by another screen, for somebody else.
  if (seen !== seq) {
    setSeen(seq)
    setText('')
    if (asked !== null) setChosen(asked)
  }
  const choose = (id: string) => {
    setChosen(id)
    setText('')
  }
  return (
    <div className="customer-screen">
      <FindField text={text} onText={setText} onDown={() => found.current?.focus()} first={chosen === null} />
      {text.trim() !== '' ? (
        <FoundCustomers text={text.trim()} list={found} onChoose={choose} />
      ) : chosen === null ? (
        <div className="sheet">
          <h1 className="visually-hidden">{t('title')}</h1>
          <Empty why={t('nobody')} />
        </div>
      ) : (
        <OneCustomer key={chosen} id={chosen} />
      )}
    </div>
  )
}

const FindField = ({
  text,
  onText,
  onDown,
  first,
}: {
  text: string
  onText: (text: string) => void
  onDown: () => void
  first: boolean
}) => {
  const { t } = useTranslation('customers')
  const field = useRef<InputRef>(null)
  useShortcuts([{ keys: 'Ctrl+F', label: t('find'), run: () => field.current?.focus({ cursor: 'all' }) }])
  return (
    <Input
      ref={field}
      className="customer-find"
      aria-label={t('find')}
      placeholder={t('findHint')}
      suffix={<KeyCap keys="Ctrl+F" />}
      maxLength={80}
      autoComplete="off"
      spellCheck={false}
      {...(first ? { 'data-autofocus': true } : {})}
      value={text}
      onChange={(event) => onText(event.target.value)}
      onKeyDown={(event) => {
        if (isImeKey(event.nativeEvent)) return
        if (event.key === 'Escape' && text !== '') onText('')
        else if (event.key === 'ArrowDown' || event.key === 'Enter') onDown()
        else return
        event.preventDefault()
      }}
    />
  )
}

const OneCustomer = ({ id }: { id: string }) => {
  const customer = useCoreQuery('customer.get', { id }, { keepPrevious: true })
  return (
    <QueryPanel answer={customer} rows={8}>
      {(value) => (
        <>
          <CustomerHead customer={value} />
          <div className="customer-columns">
            <Machines customer={value} />
            <CustomerSide customer={value} />
          </div>
        </>
      )}
    </QueryPanel>
  )
}
