// A promised time with what is left of it.
import { useTranslation } from 'react-i18next'
import { StatusChip } from '../../components/status-tag.tsx'
import { useNow } from '../../lib/format.ts'
import { dueOf } from './due.ts'

const CHIP = { late: 'late', soon: 'waiting' } as const

/** Late and soon as a chip, later as plain words. */
export const DueMark = ({ promised }: { promised: number }) => {
  const { t } = useTranslation('orders')
  const { tone, unit, count } = dueOf(promised, useNow())
  const text = t(`due.${tone === 'late' ? 'late' : 'left'}.${unit}`, { count })
  if (tone === 'later') return <span className="num">{text}</span>
  return <StatusChip chip={CHIP[tone]} text={text} />
}
