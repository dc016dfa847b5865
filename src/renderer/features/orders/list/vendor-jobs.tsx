// What is at repair vendors, the most overdue first (rule DSP-7); Enter opens the order.
import { useTranslation } from 'react-i18next'
import { useLook } from '#renderer/app/look.tsx'
import { SIZES } from '#renderer/app/theme.ts'
import type { Value } from '#shared/contract/index.ts'
import { Empty, QueryPanel } from '../../../components/panel-states.tsx'
import { StatusChip } from '../../../components/status-tag.tsx'
import { VirtualList } from '../../../components/virtual-list.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/format.ts'
import { useNav } from '../../../lib/nav.ts'

type Job = Value<'dispatch.vendorJobs'>['jobs'][number]

const keyOf = (job: Job) => `${job.orderId}${job.sentAt}`
const COLUMNS = ['number', 'vendor', 'expected', 'device', 'customer', 'sent', 'waybill'] as const

export const VendorJobs = () => {
  const { t } = useTranslation('verbs')
  const { openOrder } = useNav()
  const rowHeight = SIZES[useLook().density].row
  const answer = useCoreQuery('dispatch.vendorJobs', {}, { keepPrevious: true })
  return (
    <QueryPanel answer={answer}>
      {({ jobs }) =>
        jobs.length === 0 ? (
          <Empty why={t('vendorJobs.none')} />
        ) : (
          <VirtualList
            first
            label={t('vendorJobs.title')}
            className="vendor-jobs"
            rows={jobs}
            keyOf={keyOf}
            rowHeight={rowHeight}
            head={COLUMNS.map((column) => (
              <span key={column} role="columnheader">
                {t(`vendorJobs.column.${column}`)}
              </span>
            ))}
            onOpen={({ orderId, number }) => openOrder(orderId, number)}
          >
            {(job) => <Row job={job} />}
          </VirtualList>
        )
      }
    </QueryPanel>
  )
}

const Row = ({ job }: { job: Job }) => {
  const { t } = useTranslation('verbs')
  const { local } = useFormat()
  const { openOrder } = useNav()
  return (
    <>
      <span role="gridcell">
        <button
          type="button"
          tabIndex={-1}
          className="link-button mono"
          onClick={() => openOrder(job.orderId, job.number)}
        >
          {job.number}
        </button>
      </span>
      <span role="gridcell">
        {job.vendor} <span className="num faint">{job.vendorPhone}</span>
      </span>
      <span role="gridcell" className="num">
        {job.expectedReturn === null ? '' : local(job.expectedReturn, 'date')}{' '}
        {job.overdue && <StatusChip chip="late" text={t('vendorJobs.overdue')} />}
      </span>
      <span role="gridcell">{job.device}</span>
      <span role="gridcell">{job.customerName}</span>
      <span role="gridcell" className="num">
        {local(job.sentAt, 'date')}
      </span>
      <span role="gridcell" className="mono">
        {job.waybill}
      </span>
    </>
  )
}
