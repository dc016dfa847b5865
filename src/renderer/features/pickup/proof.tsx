// What makes a hand-over safe: the slip or its lost-slip file, who takes the machines, and how it is signed.
import type { RefObject } from 'react'
import { Input } from 'antd'
import { useTranslation } from 'react-i18next'
import { StatusChip } from '#renderer/components/status-tag.tsx'
import { Choice } from './choice.tsx'
import type { Giving, Way } from './giving.ts'
import { Text } from './text.tsx'
import { LostSlip } from './lost-slip.tsx'
import type { Panel } from './pickup-panel.tsx'
import type { SignatureHandle } from './signature-pad.tsx'
import { SignFields, TakerFields } from './taker-fields.tsx'

type Props = Readonly<{
  panel: Panel
  giving: Giving
  onChange: (part: Partial<Giving>) => void
  pad: RefObject<SignatureHandle | null>
}>

export const Proof = ({ panel, giving, onChange, pad }: Props) => {
  const { t } = useTranslation('pickup')
  const toDeliver = panel.orders.some(
    ({ id, returnBy }) => returnBy === 'delivery' && giving.chosen.includes(id),
  )
  return (
    <>
      {toDeliver && (
        <Choice
          label={t('way.title')}
          values={['counter', 'delivery', 'courier'] satisfies Way[]}
          value={giving.way}
          words={(way) => t(`way.${way}`)}
          onChange={(way) => onChange({ way })}
        />
      )}
      {giving.way === 'counter' && <SlipLine panel={panel} giving={giving} onChange={onChange} />}
      {giving.way === 'courier' ? (
        <div className="pickup-fields">
          <Text
            name={t('waybill')}
            value={giving.waybill}
            max={40}
            onChange={(waybill) => onChange({ waybill })}
          />
          <Text
            name={t('deliveryProof')}
            value={giving.proof}
            max={120}
            onChange={(proof) => onChange({ proof })}
          />
        </div>
      ) : (
        <>
          <TakerFields value={giving} onChange={onChange} />
          <SignFields value={giving} onChange={onChange} pad={pad} />
        </>
      )}
    </>
  )
}

const SlipLine = ({ panel, giving, onChange }: Omit<Props, 'pad'>) => {
  const { t } = useTranslation('pickup')
  return (
    <div className="pickup-slip">
      <div className="pickup-slip-line">
        {giving.slip !== '' && !giving.lost ? (
          <StatusChip chip="ready" text={t('slip.seen', { code: panel.slipCode })} />
        ) : (
          !giving.lost && (
            <Input
              aria-label={t('slip.field')}
              placeholder={t('slip.hint')}
              maxLength={60}
              value={giving.slip}
              onChange={(event) => onChange({ slip: event.target.value })}
            />
          )
        )}
        <button type="button" className="link-button" onClick={() => onChange({ lost: !giving.lost })}>
          {giving.lost ? t('lost.found') : t('lost.verb')}
        </button>
      </div>
      {giving.lost && <LostSlip giving={giving} onChange={onChange} />}
    </div>
  )
}
