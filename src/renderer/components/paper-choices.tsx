// What can be chosen before printing: which sheet is looked at, size, language, printer, how many.
import { useId } from 'react'
import { InputNumber, Segmented, Select } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '../lib/api.ts'
import { LANGUAGES } from '../lib/i18n.ts'
import { DigitPicker } from './digit-picker.tsx'
import { ownSettings, sizesFor } from './paper-sheet.ts'
import type { Appearance, Sheet } from './paper-sheet.ts'
import { usePrinterProblem } from './printer-problem.ts'

type PaperChoicesProps = Readonly<{
  sheets: readonly Sheet[]
  at: number
  onAt: (at: number) => void
  look: Appearance
  onLook: (look: Appearance) => void
}>

export const PaperChoices = ({ sheets, at, onAt, look, onLook }: PaperChoicesProps) => {
  const { t } = useTranslation('paper')
  const { t: labels } = useTranslation('labels')
  const id = useId()
  const shop = useCoreQuery('shop.get', {}).value?.shop
  const settings = useCoreQuery('shop.settings', {}).value
  const paper = sheets[at]?.paper ?? 'repairOrder'
  const sizes = sizesFor(paper)
  const usual = settings?.[ownSettings(paper).size]
  const size = sizes.find((one) => one === look.size) ?? usual
  return (
    <>
      {sheets.length > 1 && (
        <DigitPicker
          label={t('sheets')}
          options={sheets.map((sheet, index) => ({
            value: String(index),
            label: labels(`paper.${sheet.paper}`),
            hint: sheet.copy && labels(`copy.${sheet.copy}`),
          }))}
          value={[String(at)]}
          onChange={([chosen]) => onAt(Number(chosen ?? 0))}
        />
      )}
      <label className="paper-choice" htmlFor={`${id}-size`}>
        {t('size')}
        <Select
          id={`${id}-size`}
          value={size ?? null}
          options={sizes.map((one) => ({ value: one, label: labels(`paperSize.${one}`) }))}
          onChange={(chosen) => onLook({ ...look, size: chosen ?? undefined })}
        />
      </label>
      <div className="paper-choice">
        <span id={`${id}-language`}>{t('language')}</span>
        <Segmented
          block
          aria-labelledby={`${id}-language`}
          name={`${id}-language`}
          value={look.language ?? shop?.paperLanguage ?? 'zh-CN'}
          options={LANGUAGES.map((one) => ({ value: one, label: labels(`language.${one}`) }))}
          onChange={(language) => onLook({ ...look, language })}
        />
      </div>
      <Printer id={id} paper={paper} look={look} onLook={onLook} />
      <label className="paper-choice" htmlFor={`${id}-copies`}>
        {t('copies')}
        <InputNumber
          id={`${id}-copies`}
          min={1}
          max={20}
          precision={0}
          parser={(text) => Number((text ?? '').normalize('NFKC'))}
          value={look.copies}
          onChange={(copies) => onLook({ ...look, copies: copies ?? 1 })}
        />
      </label>
    </>
  )
}

type PrinterProps = Readonly<{
  id: string
  paper: Sheet['paper']
  look: Appearance
  onLook: (look: Appearance) => void
}>

const Printer = ({ id, paper, look, onLook }: PrinterProps) => {
  const { t } = useTranslation(['paper', 'problems'])
  const answer = useCoreQuery('print.printers', {}).value
  const settings = useCoreQuery('shop.settings', {}).value
  const usual = settings?.[ownSettings(paper).printer] || (settings?.printer ?? '')
  const printers = answer?.printers ?? []
  const missing = usePrinterProblem(answer)
  return (
    <label className="paper-choice" htmlFor={`${id}-printer`}>
      {t('printer')}
      <Select
        id={`${id}-printer`}
        value={look.printer ?? ''}
        options={[
          { value: '', label: usual === '' ? t('settingsNone') : `${t('settingsPrinter')} · ${usual}` },
          ...printers.map(({ name, isDefault }) => ({
            value: name,
            label: isDefault ? t('defaultPrinter', { name }) : name,
          })),
        ]}
        onChange={(name) => onLook({ ...look, printer: name === '' ? undefined : name })}
      />
      {missing !== null && (
        <small className="paper-none">
          {[missing, t('savedInstead')].join(t('problems:sentenceSeparator'))}
        </small>
      )}
    </label>
  )
}
