// What was done as lines: each with its kind, who pays, and how long it is warranted (rules SRV-2, SRV-4).
import { useEffect, useRef } from 'react'
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { LINE_KINDS, PAYERS } from '#shared/domain/service/index.ts'
import type { LineKind, Payer } from '#shared/domain/service/index.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { MoneyInput } from '../../../components/money-input.tsx'
import { BAD_PRICE } from './record-model.ts'
import type { LineForm } from './record-model.ts'
import { useWords } from './use-words.ts'
import { VerbField } from './verb-field.tsx'

type Props = Readonly<{
  lines: readonly LineForm[]
  problem: string | undefined
  onChange: (lines: readonly LineForm[]) => void
  onAdd: () => void
}>

export const RecordLines = ({ lines, problem, onChange, onAdd }: Props) => {
  const { t } = useTranslation('verbs')
  const { of } = useWords()
  const box = useRef<HTMLDivElement>(null)
  const before = useRef(lines.length)
  useEffect(() => {
    if (lines.length > before.current)
      [...(box.current?.querySelectorAll<HTMLElement>('.verb-line') ?? [])]
        .at(-1)
        ?.querySelector<HTMLElement>('input')
        ?.focus()
    before.current = lines.length
  }, [lines.length])
  const set = (index: number, part: Partial<LineForm>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)))
  return (
    <div ref={box} data-verb-field="lines">
      <VerbField label={t('record.lines')} problem={problem}>
        {lines.map((line, index) => {
          const n = index + 1
          return (
            <div className="verb-line" key={index} role="group" aria-label={t('record.line', { n })}>
              <div className="verb-line-row">
                <Input
                  aria-label={t('record.text', { n })}
                  placeholder={t('record.textHint')}
                  maxLength={120}
                  value={line.text}
                  onChange={(event) => set(index, { text: event.target.value })}
                />
                <MoneyInput
                  data-no-scan
                  aria-label={t('record.price', { n })}
                  placeholder={t('record.priceHint')}
                  value={line.priceFen === BAD_PRICE ? null : (line.priceFen ?? null)}
                  onChange={(fen) =>
                    set(index, { priceFen: fen === undefined || (fen !== null && fen < 0) ? BAD_PRICE : fen })
                  }
                />
                <Input
                  aria-label={t('record.warranty', { n })}
                  className="verb-line-days num"
                  placeholder={t('record.warrantyHint')}
                  suffix={t('record.days')}
                  inputMode="numeric"
                  maxLength={4}
                  value={line.warrantyDays}
                  onChange={(event) => set(index, { warrantyDays: event.target.value })}
                />
                <Button
                  type="text"
                  aria-label={t('record.remove', { n })}
                  icon={<DeleteOutlined />}
                  onClick={() => onChange(lines.filter((_line, at) => at !== index))}
                />
              </div>
              <div className="verb-line-row">
                <DigitPicker
                  flow
                  label={t('record.kind', { n })}
                  options={LINE_KINDS.map((value) => ({ value, label: of('lineKind', value) }))}
                  value={[line.kind]}
                  onChange={([kind]) => set(index, { kind: kind as LineKind })}
                />
                <DigitPicker
                  flow
                  label={t('record.payer', { n })}
                  options={PAYERS.map((value) => ({ value, label: of('payer', value) }))}
                  value={[line.payer]}
                  onChange={([payer]) => set(index, { payer: payer as Payer })}
                />
              </div>
            </div>
          )
        })}
        <Button size="small" className="verb-add" icon={<PlusOutlined />} onClick={onAdd}>
          {t('record.addLine')}
          <KeyCap keys="Ctrl+D" />
        </Button>
      </VerbField>
    </div>
  )
}
