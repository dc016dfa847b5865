// "Where is it" and "put it there" by scanner alone (rule CLS-7): things pile up, a shelf takes them; a shelf by itself
// shows what is on it.
import { useEffect, useRef, useState } from 'react'
import type { InputRef } from 'antd'
import { useTranslation } from 'react-i18next'
import type { ScreenProps } from '#renderer/app/screens.tsx'
import { useShortcuts } from '../../lib/keys.ts'
import { useCoreQuery } from '../../lib/api.ts'
import { DigitPicker } from '../../components/digit-picker.tsx'
import { LendForm } from './lend-form.tsx'
import { LoanerList } from './loaner-list.tsx'
import { PileSheet } from './pile-sheet.tsx'
import { PlaceList } from './place-list.tsx'
import { PlaceSheet } from './place-sheet.tsx'
import { ScanField } from './scan-field.tsx'
import { TakeBackForm } from './take-back-form.tsx'
import { useScans } from './use-scans.ts'
import '../../components/small-parts.css'
import './custody.css'

export const CustodyScreen = ({ params, seq }: ScreenProps) => {
  const { t } = useTranslation('custody')
  const scans = useScans()
  const { pile, shown } = scans
  const field = useRef<InputRef>(null)
  const opened = useRef(0)
  const [choosing, setChoosing] = useState(false)
  const [orderCode, setOrderCode] = useState('')
  // Opened by the search field with a code: as if it had been scanned here, once.
  useEffect(() => {
    if (opened.current === seq) return
    opened.current = seq
    if (typeof params.code === 'string') scans.scan(params.code)
  })
  const toCounter = () => scans.put({ kind: 'counter' })
  const hasPile = pile.length > 0
  useShortcuts([
    hasPile && { keys: 'Alt+1', label: `${t('pile.to')} ${t('pile.toCounter')}`, run: toCounter },
    hasPile && {
      keys: 'Alt+2',
      label: `${t('pile.to')} ${t('pile.toTechnician')}`,
      run: () => setChoosing(true),
    },
    scans.canUndo && { keys: 'Ctrl+Z', label: t('pile.undo'), run: scans.undo },
  ])
  const lending = shown?.what === 'loaner' && shown.loaner.lent === null
  // The next scan falls into the field again.
  const close = () => {
    scans.show(null)
    field.current?.focus()
  }
  const done = (text: string | null) => {
    setOrderCode('')
    close()
    if (text !== null) scans.say('good', text)
  }
  return (
    <div className="custody-screen">
      <h1 className="visually-hidden">{t('title')}</h1>
      <ScanField
        first
        field={field}
        label={t('scan.label')}
        hint={lending ? t('loaners.orderHint') : t('scan.hint')}
        said={scans.said}
        onCode={(code) => (lending ? setOrderCode(code) : scans.scan(code))}
      />
      <div className="custody-columns">
        <div className="custody-main">
          {shown?.what === 'place' && <PlaceSheet place={shown.place} onClose={close} />}
          {shown?.what === 'loaner' &&
            (shown.loaner.lent === null ? (
              <LendForm
                key={shown.loaner.id}
                loaner={shown.loaner}
                orderCode={orderCode}
                onOrderCode={setOrderCode}
                onDone={done}
              />
            ) : (
              <TakeBackForm key={shown.loaner.id} loaner={shown.loaner} onDone={done} />
            ))}
          {shown === null && (
            <PileSheet
              pile={pile}
              canUndo={scans.canUndo}
              onCounter={toCounter}
              onTechnician={() => setChoosing(true)}
              onUndo={scans.undo}
              onRemove={scans.remove}
              onClear={scans.clear}
            />
          )}
          {choosing && hasPile && (
            <Technicians
              onClose={() => setChoosing(false)}
              onChoose={(id) => {
                setChoosing(false)
                field.current?.focus()
                scans.put({ kind: 'technician', id })
              }}
            />
          )}
        </div>
        <div className="custody-side">
          <PlaceList onOpen={(place) => scans.scan(place.code)} />
          <LoanerList onOpen={(loaner) => scans.show({ what: 'loaner', loaner })} />
        </div>
      </div>
    </div>
  )
}

type TechniciansProps = Readonly<{ onChoose: (id: string) => void; onClose: () => void }>

const Technicians = ({ onChoose, onClose }: TechniciansProps) => {
  const { t } = useTranslation('custody')
  const { t: common } = useTranslation()
  const people = useCoreQuery('staff.list', {}).value?.people ?? []
  useShortcuts([{ keys: 'Escape', label: common('verb.cancel'), run: onClose }])
  const options = people.filter(({ active, roles }) => active && roles.includes('technician'))
  return (
    <div className="sheet custody-technicians">
      {options.length > 0 && <FocusPicker />}
      <DigitPicker
        label={t('pile.toTechnician')}
        flow
        acts
        value={[]}
        options={options.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={([id]) => id !== undefined && onChoose(id)}
      />
    </div>
  )
}

/** The list box itself takes the focus, so that digits choose. */
const FocusPicker = () => (
  <span hidden ref={(here) => here?.parentElement?.querySelector<HTMLElement>('[role=listbox]')?.focus()} />
)
