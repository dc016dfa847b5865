// Things with their order and their place, a line each.
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { HeldItem } from '#shared/contract/custody.ts'
import { usePlaceWords } from '../../components/place-words.ts'
import { useFormat } from '../../lib/format.ts'
import { useNav } from '../../lib/nav.ts'
import { keyOf } from './pile.ts'

type Props = Readonly<{ items: readonly HeldItem[]; place?: boolean; onRemove?: (key: string) => void }>

export const ThingsTable = ({ items, place = true, onRemove }: Props) => {
  const { t } = useTranslation('custody')
  const { t: labels } = useTranslation('labels')
  const placeWords = usePlaceWords()
  const { age } = useFormat()
  const { openOrder } = useNav()
  return (
    <div className="custody-scroll">
      <table className="custody-table">
        <thead>
          <tr>
            <th scope="col">{t('pile.thing')}</th>
            <th scope="col">{t('pile.order')}</th>
            {place && <th scope="col">{t('pile.now')}</th>}
            <th scope="col">{t('pile.since')}</th>
            {onRemove && (
              <th scope="col">
                <span className="visually-hidden">{t('settings.actions')}</span>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={keyOf(item)}>
              <td>
                <b>{item.name}</b> <span className="faint">{labels(`itemKind.${item.kind}`)}</span>
              </td>
              <td>
                <button
                  type="button"
                  className="link-button mono"
                  onClick={() => openOrder(item.orderId, item.number)}
                >
                  {item.number}
                </button>{' '}
                <span className="faint">{item.customerName}</span>
              </td>
              {place && <td className="custody-now">{placeWords(item.place)}</td>}
              <td className="num faint">{age(item.since)}</td>
              {onRemove && (
                <td className="custody-verbs">
                  <Button
                    size="small"
                    type="link"
                    aria-label={`${t('pile.remove')} ${item.name}`}
                    onClick={() => onRemove(keyOf(item))}
                  >
                    {t('pile.remove')}
                  </Button>
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
