// What was changed on a machine and will be used up again: how much is left, and about when it is due (rule PRT-14).
import { useTranslation } from 'react-i18next'
import type { Consumable } from '#shared/contract/meters.ts'
import { useFormat, useNow } from '../../lib/format.ts'
import { formatCount } from './read-count.ts'

export const Consumables = ({ list }: { list: readonly Consumable[] }) => {
  const { t } = useTranslation('device')
  const { local } = useFormat()
  const now = useNow()
  if (list.length === 0) return null
  return (
    <table className="device-table">
      <thead>
        <tr>
          <th scope="col">{t('consumable.name')}</th>
          <th scope="col">{t('consumable.changed')}</th>
          <th scope="col" className="device-right">
            {t('consumable.yield')}
          </th>
          <th scope="col" className="device-right">
            {t('consumable.left')}
          </th>
          <th scope="col">{t('consumable.due')}</th>
        </tr>
      </thead>
      <tbody>
        {list.map((one) => (
          <tr key={one.partId}>
            <td>
              <span className="mono faint">{one.code}</span> {one.name}
            </td>
            <td className="num">
              {local(one.changedAt, 'date')}
              {one.changedValue !== null && (
                <span className="faint">
                  {' '}
                  {t('consumable.changedAt', { value: formatCount(one.changedValue) })}
                </span>
              )}
            </td>
            <td className="num device-right">{formatCount(one.yieldCount)}</td>
            <td className={`num device-right ${one.left === 0 ? 'device-due' : ''}`}>
              {one.left === null ? t('consumable.unknown') : formatCount(one.left)}
            </td>
            <td className={`num ${one.dueAt !== null && one.dueAt <= now ? 'device-due' : ''}`}>
              {one.dueAt === null ? (
                <span className="faint">{t('consumable.noForecast')}</span>
              ) : one.dueAt <= now ? (
                t('consumable.isDue')
              ) : (
                local(one.dueAt, 'date')
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
