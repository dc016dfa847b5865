// What was printed, by whom, where, and how it ended (rule PRN-3).
import { useTranslation } from 'react-i18next'
import type { PrintJob } from '#shared/contract/printing.ts'
import { Empty, Loading } from '../../../components/panel-states.tsx'
import { useFormat } from '../../../lib/format.ts'

export const PrintLog = ({ jobs }: { jobs: readonly PrintJob[] | undefined }) => {
  const { t } = useTranslation('orders')
  const { t: labels } = useTranslation('labels')
  const { local } = useFormat()
  if (!jobs) return <Loading rows={3} />
  if (jobs.length === 0) return <Empty why={t('paper.logEmpty')} />
  return (
    <table className="print-log">
      <thead>
        <tr>
          {(['when', 'paper', 'who', 'printer', 'result'] as const).map((column) => (
            <th key={column} scope="col">
              {t(`paper.column.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {jobs.map((job) => (
          <tr key={job.id}>
            <td className="num">{local(job.at)}</td>
            <td>
              {labels(`paper.${job.paper}`)}
              {job.paper === 'repairOrder' && ` · ${labels(`copy.${job.copy}`)}`}
              {job.reprint > 0 && (
                <span className="print-again num">{t('paper.reprintMark', { count: job.reprint })}</span>
              )}
            </td>
            <td>{job.who}</td>
            <td className="print-printer">
              {job.printer === '' ? t('paper.toFile') : job.printer}
              {job.copies > 1 && <span className="num"> ×{job.copies}</span>}
            </td>
            <td className={`print-${job.result}`}>
              {t(`paper.result.${job.result}`)}
              {job.message !== '' && <span className="print-message">{job.message}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
