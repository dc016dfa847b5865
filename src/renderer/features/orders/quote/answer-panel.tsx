// What the customer said to the quote that is out (rule QUO-4): who, by which channel, in which words, which option.
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { ANSWER_CHANNELS, alternativesOf } from '#shared/domain/quote/index.ts'
import { QueryPanel } from '../../../components/panel-states.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { FormPanel } from '../verbs/form-panel.tsx'
import type { FieldSpec } from '../verbs/field-model.ts'
import type { Verbs } from '../verbs/use-verbs.ts'
import type { VerbForm } from '../verbs/verb-forms.ts'

type Name = 'acceptQuote' | 'rejectQuote'
type Props = Readonly<{ order: OrderDetail; verbs: Verbs; name: Name }>

const METHOD = { acceptQuote: 'quote.accept', rejectQuote: 'quote.reject' } as const
const PHRASES = {
  acceptQuote: ['agreed', 'agreedSoon'],
  rejectQuote: ['tooExpensive', 'notWorthIt'],
} as const

export const AnswerPanel = ({ order, verbs, name }: Props) => {
  const { t } = useTranslation('quotes')
  const answer = useCoreQuery('quote.ofOrder', { id: order.id }, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>
      {({ versions }) => {
        const out = versions.find(({ state }) => state === 'sent') ?? versions[0]
        const options = alternativesOf(out?.lines ?? [])
        const chosen: readonly FieldSpec[] =
          name === 'acceptQuote' && options.length > 0
            ? [{ name: 'chosen', kind: 'digits', required: true, options, words: 'alternative' }]
            : []
        const form: VerbForm = {
          method: METHOD[name],
          fields: () => [
            ...chosen,
            { name: 'confirmedBy', kind: 'line', max: 60, required: true, start: order.customer.name },
            {
              name: 'channel',
              kind: 'digits',
              required: true,
              options: ANSWER_CHANNELS,
              words: 'answerChannel',
              label: 'answerChannel',
            },
            { name: 'words', kind: 'prose', max: 500, required: true, phrases: PHRASES[name] },
          ],
          also: () => ({ version: out?.version ?? 1 }),
        }
        return (
          <FormPanel
            order={order}
            verbs={verbs}
            name={name}
            form={form}
            about={
              out === undefined
                ? t('none')
                : t('answers', { version: out.version, day: out.validUntil ?? '—' })
            }
          />
        )
      }}
    </QueryPanel>
  )
}
