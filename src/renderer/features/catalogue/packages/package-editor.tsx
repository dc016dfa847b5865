// A package: its code and name, and the items in it with quantity and, where it is not the usual one, their price.
import { useEffect, useRef, useState } from 'react'
import type { RefObject } from 'react'
import { DeleteOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useTranslation } from 'react-i18next'
import type { PartsPackage } from '#shared/contract/catalogue.ts'
import { fractionOf, formatYuan } from '#shared/kernel/money.ts'
import { formatQuantity, parseQuantity, PER_UNIT } from '#shared/kernel/quantity.ts'
import { isRefused } from '#shared/kernel/result.ts'
import { Field } from '#renderer/components/field.tsx'
import { MoneyInput } from '#renderer/components/money-input.tsx'
import { ProblemPanel } from '#renderer/components/panel-states.tsx'
import { useAsk, useCoreCommand } from '#renderer/lib/api.ts'
import type { Problem } from '#renderer/lib/problem.ts'
import { Editor } from '../editor.tsx'
import { createReading, differing } from '../read-values.ts'
import type { TypedFen } from '../read-values.ts'
import { noteTyped } from '../use-shown.ts'
import type { Typed } from '../use-shown.ts'
import { ItemSearch } from './item-search.tsx'
import type { Item } from './item-search.tsx'

type Line = Readonly<{ item: Omit<Item, 'decimals'>; quantity: string; priceFen: TypedFen }>
type Values = { code: string; name: string }
type Props = Readonly<{ entry: PartsPackage | null; onClose: () => void; typed: RefObject<Typed> }>

export const PackageEditor = ({ entry, ...rest }: Props) =>
  entry === null ? <PackageForm entry={null} before={[]} {...rest} /> : <Known entry={entry} {...rest} />

/** With the words and the usual prices of what is in it. */
const Known = ({ entry, ...rest }: Props & { entry: PartsPackage }) => {
  const ask = useRef(useAsk())
  const [lines, setLines] = useState<readonly Line[]>()
  const [problem, setProblem] = useState<Problem>()
  useEffect(() => {
    const lineOf = async ({ kind, id, quantity, priceFen }: PartsPackage['items'][number]): Promise<Line> => {
      const found =
        kind === 'part' ? await ask.current('part.get', { id }) : await ask.current('serviceItem.get', { id })
      if (!found.ok) throw found.problem as unknown
      const unit = 'unit' in found.value ? found.value.unit : ''
      return { item: { ...found.value, kind, unit }, quantity: formatQuantity(quantity), priceFen }
    }
    void Promise.all(entry.items.map(lineOf)).then(setLines, setProblem)
  }, [entry])
  if (problem) return <ProblemPanel problem={problem} />
  return lines === undefined ? null : <PackageForm entry={entry} before={lines} {...rest} />
}

const FIELDS = ['code', 'name'] as const
const NAMES = Object.fromEntries(FIELDS.map((name) => [name, name]))
const CHANGED_NAMES = Object.fromEntries(FIELDS.map((name) => [`changes.${name}`, name]))

const PackageForm = ({ entry, before, onClose, typed }: Props & Readonly<{ before: readonly Line[] }>) => {
  const { t } = useTranslation('catalogue')
  const add = useCoreCommand('package.add')
  const change = useCoreCommand('package.change')
  const [lines, setKept] = useState(before)
  const setLines = (next: (old: readonly Line[]) => readonly Line[]) => {
    noteTyped(typed)
    setKept(next)
  }
  const [wrong, setWrong] = useState<string>()
  const set = (index: number, part: Partial<Line>) =>
    setLines((old) => old.map((line, i) => (i === index ? { ...line, ...part } : line)))
  const save = async (values: Values) => {
    const at = entry === null ? '' : 'changes.'
    const read = createReading(at)
    for (const name of FIELDS) read.required(name, values[name])
    const asked = read.issues.length
    const items = lines.map(({ item, quantity, priceFen }, index) => ({
      kind: item.kind,
      id: item.id,
      quantity: read.quantity(`items.${index}.quantity`, quantity, 0),
      priceFen: read.fenOrNull(`items.${index}.priceFen`, priceFen),
    }))
    const isBad = read.issues.length > asked || items.some(({ quantity }) => quantity <= 0)
    setWrong(lines.length === 0 ? t('packages.noItems') : isBad ? t('packages.badLine') : undefined)
    if (lines.length === 0 || isBad) read.wrong('items', 'must not be empty')
    if (read.issues.length > 0) return { issues: read.issues }
    const input = { ...values, items }
    if (entry === null) return add.run(input)
    const changes = differing(entry, input)
    return Object.keys(changes).length === 0 ? 'unchanged' : change.run({ id: entry.id, changes })
  }
  return (
    <Editor<Values, PartsPackage>
      title={entry === null ? t('packages.add') : t('changeTitle', { name: entry.name })}
      entry={entry}
      initial={{ code: entry?.code ?? '', name: entry?.name ?? '' }}
      names={entry === null ? NAMES : CHANGED_NAMES}
      save={save}
      onActive={(id, active) => change.run({ id, changes: { active } })}
      onClose={onClose}
      typed={typed}
    >
      <Field name="code" label={t('field.code')} className="catalogue-2">
        <Input className="mono" maxLength={40} autoComplete="off" spellCheck={false} data-autofocus />
      </Field>
      <Field name="name" label={t('field.name')} className="catalogue-4">
        <Input maxLength={80} autoComplete="off" spellCheck={false} />
      </Field>
      <ItemSearch
        onItem={({ decimals: _decimals, ...item }) =>
          setLines((old) =>
            old.some((line) => line.item.id === item.id)
              ? old
              : [...old, { item, quantity: '1', priceFen: null }],
          )
        }
      />
      <Lines
        lines={lines}
        set={set}
        remove={(index) => setLines((old) => old.filter((_, i) => i !== index))}
      />
      <div role="alert" className="catalogue-6 catalogue-wrong">
        {wrong}
      </div>
      <p className="catalogue-6 catalogue-total num">
        {t('packages.total', { amount: formatYuan(totalOf(lines), { sign: '¥' }) })}
      </p>
    </Editor>
  )
}

/** What a customer without a price group pays; a line that cannot be read counts nothing. */
const totalOf = (lines: readonly Line[]): number =>
  lines.reduce((sum, { item, quantity, priceFen }) => {
    const count = parseQuantity(quantity)
    return isRefused(count) || count < 0 ? sum : sum + fractionOf(priceFen ?? item.priceFen, count, PER_UNIT)
  }, 0)

type LinesProps = Readonly<{
  lines: readonly Line[]
  set: (index: number, part: Partial<Line>) => void
  remove: (index: number) => void
}>

const Lines = ({ lines, set, remove }: LinesProps) => {
  const { t } = useTranslation('catalogue')
  return (
    <ul className="catalogue-6 catalogue-lines">
      {lines.map(({ item, quantity, priceFen }, index) => (
        <li key={item.id}>
          <span className="catalogue-line-name">
            {item.name} <span className="mono faint">{item.code}</span>
          </span>
          <Input
            className="num catalogue-line-count"
            aria-label={t('packages.quantityOf', { name: item.name })}
            suffix={item.unit}
            maxLength={12}
            autoComplete="off"
            value={quantity}
            onChange={(event) => set(index, { quantity: event.target.value })}
          />
          <MoneyInput
            aria-label={t('packages.priceOf', { name: item.name })}
            placeholder={formatYuan(item.priceFen)}
            value={priceFen ?? null}
            onChange={(fen) => set(index, { priceFen: fen })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('packages.remove', { name: item.name })}
            title={t('packages.remove', { name: item.name })}
            onClick={() => remove(index)}
          />
        </li>
      ))}
    </ul>
  )
}
