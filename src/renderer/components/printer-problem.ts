// Why there is no printer to choose, in words; null when there is one.
import { useTranslation } from 'react-i18next'
import type { Value } from '#shared/contract/index.ts'
import { loose } from '../lib/i18n.ts'

export const usePrinterProblem = (answer: Value<'print.printers'> | undefined): string | null => {
  const { t } = useTranslation('paper')
  if (!answer || answer.printers.length > 0) return null
  if (answer.problem === null) return t('noPrintersPlain')
  const problem = loose(t)(`paper:problem.${answer.problem}`, { defaultValue: answer.problem })
  return t('noPrinters', { problem })
}
