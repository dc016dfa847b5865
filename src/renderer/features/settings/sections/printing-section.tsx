// Which printer, which paper, and what prints by itself.
import { Button, Checkbox, Form, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import type { Settings } from '#shared/contract/shop.ts'
import { Field } from '#renderer/components/field.tsx'
import { QueryPanel } from '#renderer/components/panel-states.tsx'
import { useCoreCommand, useCoreQuery } from '#renderer/lib/api.ts'
import { useNav } from '#renderer/lib/nav.ts'
import { usePrinterProblem } from '#renderer/components/printer-problem.ts'
import { SectionForm } from '../section-form.tsx'

const PAPERS = ['b5jis', 'b5iso', 'a4', 'a5'] as const
const RECEIPTS = ['a5', 'b5jis', 'b5iso', 'a4', 'roll80', 'roll58'] as const
const LABELS = ['label60x40', 'label50x30', 'label40x30'] as const

export const PrintingSection = () => {
  const settings = useCoreQuery('shop.settings', {})
  return <QueryPanel answer={settings}>{(known) => <PrintingForm settings={known} />}</QueryPanel>
}

type Values = Pick<
  Settings,
  | 'paperSize'
  | 'labelSize'
  | 'receiptSize'
  | 'printer'
  | 'labelPrinter'
  | 'receiptPrinter'
  | 'printOnSave'
  | 'printLabels'
>

const PrintingForm = ({ settings }: { settings: Settings }) => {
  const { t } = useTranslation('settings')
  const { t: labels } = useTranslation('labels')
  const { notice } = useNav()
  const [form] = Form.useForm<Values>()
  const change = useCoreCommand('shop.changeSettings')
  const printers = useCoreQuery('print.printers', {})
  const missing = usePrinterProblem(printers.value)
  const save = async () => {
    const outcome = await change.run(form.getFieldsValue())
    if (outcome.ok) notice('good', t('saved', { what: t('sections.printing') }))
  }
  const choices = (now: string) => {
    const known = printers.value?.printers.map(({ name }) => name) ?? []
    const gone =
      now !== '' && !known.includes(now) ? [{ value: now, label: t('printing.gone', { name: now }) }] : []
    return [
      { value: '', label: t('printing.none') },
      ...known.map((name) => ({ value: name, label: name })),
      ...gone,
    ]
  }
  return (
    <SectionForm
      form={form}
      initial={settings}
      busy={change.busy}
      problem={change.problem}
      save={() => void save()}
    >
      {missing !== null && (
        <p className="settings-note">
          {missing}{' '}
          <Button size="small" disabled={false} onClick={printers.refetch}>
            {t('printing.refresh')}
          </Button>
        </p>
      )}
      <div className="sheet settings-grid">
        <h3>{t('printing.paper')}</h3>
        <Field name="printer" label={t('printing.printer')} className="span-3">
          <Select options={choices(settings.printer)} />
        </Field>
        <Field name="paperSize" label={t('printing.size')} className="span-3" extra={t('printing.sizeHelp')}>
          <Select options={PAPERS.map((size) => ({ value: size, label: labels(`paperSize.${size}`) }))} />
        </Field>
        <Form.Item name="printOnSave" valuePropName="checked" className="span-6">
          <Checkbox>{t('printing.onSave')}</Checkbox>
        </Form.Item>
      </div>
      <div className="sheet settings-grid">
        <h3>{t('printing.labels')}</h3>
        <Field name="labelPrinter" label={t('printing.labelPrinter')} className="span-3">
          <Select options={choices(settings.labelPrinter)} />
        </Field>
        <Field name="labelSize" label={t('printing.labelSize')} className="span-3">
          <Select options={LABELS.map((size) => ({ value: size, label: labels(`paperSize.${size}`) }))} />
        </Field>
        <Form.Item name="printLabels" valuePropName="checked" className="span-6">
          <Checkbox>{t('printing.onSaveLabels')}</Checkbox>
        </Form.Item>
      </div>
      <div className="sheet settings-grid">
        <h3>{t('printing.receipts')}</h3>
        <Field
          name="receiptPrinter"
          label={t('printing.receiptPrinter')}
          className="span-3"
          extra={t('printing.receiptHelp')}
        >
          <Select options={choices(settings.receiptPrinter)} />
        </Field>
        <Field name="receiptSize" label={t('printing.receiptSize')} className="span-3">
          <Select options={RECEIPTS.map((size) => ({ value: size, label: labels(`paperSize.${size}`) }))} />
        </Field>
      </div>
    </SectionForm>
  )
}
