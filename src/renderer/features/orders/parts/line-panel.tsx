// What can be done with one line of the parts of an order, by its digit.
import { useTranslation } from 'react-i18next'
import type { OrderPart } from '#shared/contract/order-parts.ts'
import { DigitPicker } from '../../../components/digit-picker.tsx'
import { Empty } from '../../../components/panel-states.tsx'
import { VerbFrame } from '../verbs/index.ts'
import { FORMS, actsOf } from './part-forms.ts'
import type { FormName } from './part-forms.ts'
import type { Till } from './till-model.ts'

type Props = Readonly<{
  line: OrderPart
  open: readonly Till[]
  may: (form: FormName) => boolean
  onTill: (till: Till) => void
  onForm: (form: FormName) => void
  onClose: () => void
}>

const isForm = (act: string): act is FormName => (FORMS as readonly string[]).includes(act)

export const LinePanel = ({ line, open, may, onTill, onForm, onClose }: Props) => {
  const { t } = useTranslation('parts')
  const acts = actsOf(line, open, may)
  return (
    <VerbFrame
      title={line.name}
      hint={<span className="mono">{line.code}</span>}
      busy={false}
      problem={undefined}
      onClose={onClose}
    >
      {acts.length === 0 ? (
        <Empty why={t('line.none')} />
      ) : (
        <span data-first>
          <DigitPicker
            acts
            label={t('line.acts')}
            options={acts.map((act) => ({
              value: act,
              label: isForm(act) ? t(`form.${act}.title`) : t(`till.do.${act}`),
            }))}
            value={[]}
            onChange={([act]) => {
              if (act === undefined) return
              if (isForm(act)) onForm(act)
              else onTill(act as Till)
            }}
          />
        </span>
      )}
    </VerbFrame>
  )
}
