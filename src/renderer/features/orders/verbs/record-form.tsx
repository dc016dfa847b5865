// The service record as a form (rules SRV-1, SRV-2, DSP-9, DSP-10): what was found and done, how long, who pays. Of an
// order, or of a machine that is repaired while its customer waits and has no order yet.
import { useTranslation } from 'react-i18next'
import { categoryOf, phrasesFor } from '#shared/domain/intake/index.ts'
import { ACTION_PHRASES } from '#shared/domain/service/index.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { PhraseField } from '../../../components/phrase-field.tsx'
import { useFormat, useNow } from '../../../lib/format.ts'
import { loose } from '../../../lib/i18n.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { valueOf } from './field-model.ts'
import type { FieldSpec, Values } from './field-model.ts'
import { newLine, recordFields } from './record-model.ts'
import type { LineForm, RecordSubject } from './record-model.ts'
import { RecordLines } from './record-lines.tsx'
import { Serials } from './serials.tsx'
import { SpecField } from './spec-field.tsx'
import { VerbField } from './verb-field.tsx'
import './verbs.css'

type Typed = Readonly<Record<string, JsonValue>>
type Props = Readonly<{
  subject: RecordSubject
  /** The kind of machine, for the phrases. */
  category: string
  values: Values
  onType: (part: Typed) => void
  problemOf: (field: Pick<FieldSpec, 'name' | 'also'>) => string | undefined
}>

const PHRASED = new Set(['actualFault', 'action'])

export const RecordForm = ({ subject, category, values, onType, problemOf }: Props) => {
  const { t } = useTranslation('verbs')
  const { zone } = useFormat()
  const now = useNow()
  const fields = recordFields(subject, values, { now, zone }).map((field) => ({
    ...field,
    also: [...(field.also ?? []), `record.${field.name}`],
  }))
  const lines = (values['lines'] ?? []) as readonly LineForm[]
  const setLines = (next: readonly LineForm[]) => onType({ lines: next.map((line) => ({ ...line })) })
  const addLine = () => setLines([...lines, newLine(subject)])
  useShortcuts([{ keys: 'Ctrl+D', label: t('record.addLine'), run: addLine }])
  return (
    <>
      {fields.map((field, index) => (
        <div key={field.name} data-verb-field={field.name}>
          {PHRASED.has(field.name) ? (
            <Phrased
              field={field}
              subjectId={subject.id}
              category={category}
              value={String(values[field.name] ?? '')}
              problem={problemOf(field)}
              onChange={(text) => onType({ [field.name]: text })}
            />
          ) : (
            <SpecField
              field={field}
              first={index === 0}
              value={valueOf(field, values)}
              problem={problemOf(field)}
              onChange={(value) => onType({ [field.name]: value })}
            />
          )}
        </div>
      ))}
      <RecordLines
        lines={lines}
        problem={problemOf({ name: 'lines', also: ['record.lines'] })}
        onChange={setLines}
        onAdd={addLine}
      />
      <Serials
        serials={(values['serials'] ?? []) as readonly string[]}
        onChange={(serials) => onType({ serials: [...serials] })}
      />
    </>
  )
}

type PhrasedProps = Readonly<{
  field: FieldSpec
  subjectId: string
  category: string
  value: string
  problem: string | undefined
  onChange: (text: string) => void
}>

/** What was found and done, with phrases by their letters. */
const Phrased = ({ field, subjectId, category, value, problem, onChange }: PhrasedProps) => {
  const { t } = useTranslation('verbs')
  const label = loose(t)(`field.${field.name}`)
  const id = `verb-${subjectId}-${field.name}`
  return (
    <VerbField label={label} htmlFor={id} required problem={problem}>
      <PhraseField
        control={{ id, ...(problem === undefined ? {} : { 'aria-invalid': true as const }) }}
        label={label}
        value={value}
        onChange={onChange}
        phrases={field.name === 'action' ? ACTION_PHRASES : phrasesFor(categoryOf(category))}
        shown={5}
      />
    </VerbField>
  )
}
