// Papers as they will print, before they do: pages as pictures from the core, printer and size to choose,
// print with Enter or Ctrl+P, or save as PDF.
import { useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreCommand, useHost } from '../lib/api.ts'
import { useShortcuts } from '../lib/keys.ts'
import { useNav } from '../lib/nav.ts'
import { isRefusal } from '../lib/problem.ts'
import type { Problem } from '../lib/problem.ts'
import { isEnter } from '../lib/use-enter-key.ts'
import { Dialog } from './dialog.tsx'
import { PaperChoices } from './paper-choices.tsx'
import { PaperPages } from './paper-pages.tsx'
import { fitsOn } from '#shared/domain/papers/index.ts'
import type { Appearance, Sheet } from './paper-sheet.ts'
import { ProblemLine } from './panel-states.tsx'
import './paper-preview.css'

export type { Sheet } from './paper-sheet.ts'

export type PaperPreviewProps = Readonly<{
  open: boolean
  /** One or several, such as repair order, slip and labels of a visit. */
  sheets: readonly Sheet[]
  onClose: () => void
  /** After everything chosen was put into the queue. */
  onPrinted?: () => void
}>

export const PaperPreview = ({ open, sheets, onClose, onPrinted }: PaperPreviewProps) => {
  const { t } = useTranslation('paper')
  return (
    <Dialog open={open} title={t('title')} onClose={onClose} width={1080}>
      <Preview
        key={sheets.map((sheet) => `${sheet.paper}${sheet.subjectId}${sheet.copy ?? ''}`).join()}
        sheets={sheets}
        done={() => {
          onClose()
          onPrinted?.()
        }}
      />
    </Dialog>
  )
}

const PLAIN: Appearance = { size: undefined, language: undefined, printer: undefined, copies: 1 }

const Preview = ({ sheets, done }: { sheets: readonly Sheet[]; done: () => void }) => {
  const { t } = useTranslation('paper')
  const { t: labels } = useTranslation('labels')
  const { notice } = useNav()
  const [at, setAt] = useState(0)
  const [look, setLook] = useState(PLAIN)
  const sheet = sheets[at] ?? sheets[0]
  const print = useCoreCommand('print.print')
  const pdf = usePdf()

  // A size chosen for a label does not fit the order beside it.
  const appearanceOf = (one: Sheet) => ({
    ...(look.size !== undefined && fitsOn(one.paper, look.size) ? { paperSize: look.size } : {}),
    ...(look.language === undefined ? {} : { language: look.language }),
  })
  const printAll = async () => {
    const outcome = await print.run({
      sheets: sheets.map((one) => ({ ...one, ...appearanceOf(one), copies: look.copies })),
      ...(look.printer === undefined ? {} : { printer: look.printer }),
    })
    if (!outcome.ok) return
    const names = [...new Set(sheets.map((one) => labels(`paper.${one.paper}`)))]
    notice('good', t('printed', { what: names.join(' + ') }))
    done()
  }
  const savePdf = async () => {
    if (!sheet) return
    const fileName = await pdf.save(sheet, appearanceOf(sheet))
    if (fileName !== null) notice('good', t('savedPdf', { fileName }))
  }
  useShortcuts([
    { keys: 'Ctrl+P', label: t('print'), run: () => void printAll() },
    { keys: 'Ctrl+S', label: t('savePdf'), run: () => void savePdf() },
  ])
  if (!sheet) return <p>{t('empty')}</p>
  return (
    <div
      className="paper-preview"
      role="presentation"
      onKeyDown={(event) => {
        const own =
          event.target instanceof HTMLElement && event.target.closest('button, input, [role=combobox]')
        if (own || !isEnter(event)) return
        event.preventDefault()
        void printAll()
      }}
    >
      <PaperPages sheet={sheet} appearance={appearanceOf(sheet)} />
      <div className="paper-side">
        <PaperChoices sheets={sheets} at={at} onAt={setAt} look={look} onLook={setLook} />
        <ProblemLine problem={print.problem ?? pdf.problem} />
        <div className="paper-verbs">
          <Button type="primary" size="large" block loading={print.busy} onClick={() => void printAll()}>
            {t('print')}
            <kbd className="key-cap">Ctrl+P</kbd>
          </Button>
          <Button block loading={pdf.busy} onClick={() => void savePdf()}>
            {t('savePdf')}
            <kbd className="key-cap">Ctrl+S</kbd>
          </Button>
        </div>
      </div>
    </div>
  )
}

/** The core makes the file, main asks where to put it. */
const usePdf = () => {
  const make = useCoreCommand('print.pdf')
  const host = useHost()
  const [problem, setProblem] = useState<Problem>()
  const [saving, setSaving] = useState(false)
  const save = async (sheet: Sheet, appearance: object): Promise<string | null> => {
    setProblem(undefined)
    const made = await make.run({ ...sheet, ...appearance })
    if (!made.ok) return null
    setSaving(true)
    const saved = await host('host.savePdf', made.value)
    setSaving(false)
    if (saved.ok) return saved.value.fileName
    if (!isRefusal(saved.problem, 'cancelled')) setProblem(saved.problem)
    return null
  }
  return { save, busy: make.busy || saving, problem: make.problem ?? problem }
}
