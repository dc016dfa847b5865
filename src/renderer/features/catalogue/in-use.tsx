// Whether an entry can be chosen for new work.
import { useTranslation } from 'react-i18next'
import { StatusChip } from '#renderer/components/status-tag.tsx'

export const InUse = ({ active }: { active: boolean }) => {
  const { t } = useTranslation('catalogue')
  return <StatusChip chip={active ? 'ready' : 'idle'} text={t(active ? 'inUse' : 'outOfUse')} />
}
