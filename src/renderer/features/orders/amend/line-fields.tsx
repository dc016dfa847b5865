// Accessories and configuration as lines that are added and taken away.
import { useEffect, useRef } from 'react'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { IntakeFacts } from './amend-facts.ts'

type Accessory = IntakeFacts['accessories'][number]
type Configuration = IntakeFacts['configuration'][number]

/** Replaces one line. */
const at = <T,>(lines: readonly T[], index: number, change: Partial<T>): T[] =>
  lines.map((line, i) => (i === index ? { ...line, ...change } : line))
const without = <T,>(lines: readonly T[], index: number): T[] => lines.filter((_line, i) => i !== index)

/** The field of a line that was just added gets the focus. */
const useFocusNew = (count: number) => {
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(count)
  useEffect(() => {
    if (count > before.current)
      box.current?.querySelector<HTMLElement>('.amend-line:last-of-type input')?.focus()
    before.current = count
  }, [count])
  return box
}

export const AccessoryLines = ({
  lines,
  onChange,
}: {
  lines: IntakeFacts['accessories']
  onChange: (lines: Accessory[]) => void
}) => {
  const { t } = useTranslation('orders')
  const box = useFocusNew(lines.length)
  return (
    <div className="amend-lines" ref={box} role="group" aria-label={t('fact.accessories')}>
      {lines.map(({ name, count }, index) => (
        <div className="amend-line" key={index}>
          <Input
            aria-label={t('amend.accessoryName', { n: index + 1 })}
            value={name}
            maxLength={40}
            onChange={(event) => onChange(at(lines, index, { name: event.target.value }))}
          />
          <Input
            aria-label={t('amend.accessoryCount', { n: index + 1 })}
            className="amend-count num"
            prefix="×"
            inputMode="numeric"
            value={String(count)}
            onChange={(event) => onChange(at(lines, index, { count: countOf(event.target.value) }))}
          />
          <Remove
            label={t('amend.removeLine', { what: name })}
            onClick={() => onChange(without(lines, index))}
          />
        </div>
      ))}
      <AddLine label={t('amend.addAccessory')} onClick={() => onChange([...lines, { name: '', count: 1 }])} />
    </div>
  )
}

const countOf = (typed: string): number => {
  const digits = typed.normalize('NFKC').replaceAll(/\D/g, '').slice(-3)
  return Math.max(1, Number(digits) || 1)
}

export const ConfigurationLines = ({
  lines,
  onChange,
}: {
  lines: IntakeFacts['configuration']
  onChange: (lines: Configuration[]) => void
}) => {
  const { t } = useTranslation('orders')
  const box = useFocusNew(lines.length)
  const field = (index: number, name: keyof Configuration, max: number) => (
    <Input
      aria-label={t(`amend.configuration.${name}`, { n: index + 1 })}
      placeholder={t(`amend.configurationHint.${name}`)}
      className={`amend-${name}`}
      value={lines[index]?.[name] ?? ''}
      maxLength={max}
      onChange={(event) => onChange(at(lines, index, { [name]: event.target.value }))}
    />
  )
  return (
    <div className="amend-lines" ref={box} role="group" aria-label={t('fact.configuration')}>
      {lines.map(({ kind }, index) => (
        <div className="amend-line" key={index}>
          {field(index, 'kind', 20)}
          {field(index, 'text', 80)}
          {field(index, 'serial', 60)}
          <Remove
            label={t('amend.removeLine', { what: kind })}
            onClick={() => onChange(without(lines, index))}
          />
        </div>
      ))}
      <AddLine
        label={t('amend.addConfiguration')}
        onClick={() => onChange([...lines, { kind: '', text: '', serial: '' }])}
      />
    </div>
  )
}

const Remove = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button type="text" aria-label={label} title={label} icon={<DeleteOutlined />} onClick={onClick} />
)

const AddLine = ({ label, onClick }: { label: string; onClick: () => void }) => (
  <Button size="small" className="amend-add" icon={<PlusOutlined />} onClick={onClick}>
    {label}
  </Button>
)
