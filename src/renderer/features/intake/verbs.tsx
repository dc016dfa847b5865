// The verbs with their keys; the main one always in sight.
import { memo } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { isUntouched } from '#shared/domain/intake/index.ts'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { SPOT_KEYS } from './on-the-spot/use-spot.ts'
import type { Spot } from './on-the-spot/use-spot.ts'
import { useIntake } from './session.ts'
import { useMachineMoves } from './use-machine-moves.ts'
import type { Round } from './use-round.ts'

type VerbsProps = Readonly<{ round: Round; onRefuse: () => void; spot: Spot }>

export const Verbs = memo(({ round, onRefuse, spot }: VerbsProps) => {
  const { t } = useTranslation('intake')
  const { add } = useMachineMoves()
  const untouched = useIntake(({ form, startLimit }) => isUntouched(form, startLimit))
  const settings = useCoreQuery('shop.settings', {}).value
  const prints = settings?.printOnSave === true && settings.printer !== ''
  return (
    <div className="verbs">
      <div className="verbs-small">
        <Button onClick={add}>
          {t('verb.addMachine')}
          <kbd className="key-cap">Ctrl+D</kbd>
        </Button>
        <Button disabled={untouched} onClick={() => void round.park()}>
          {t('verb.park')}
          <kbd className="key-cap">F6</kbd>
        </Button>
        <Button onClick={onRefuse}>
          {t('verb.refuseFee')}
          <kbd className="key-cap">Shift+F9</kbd>
        </Button>
        {round.undo ? (
          <Button onClick={round.undo}>{t('verb.undoClear')}</Button>
        ) : (
          <Button disabled={untouched} onClick={round.clear}>
            {t('verb.clear')}
          </Button>
        )}
        {spot.offered && (
          <Button className="verb-wide" onClick={spot.open}>
            {t('spot.verb')}
            <kbd className="key-cap">{SPOT_KEYS}</kbd>
          </Button>
        )}
      </div>
      <Button
        type="primary"
        size="large"
        block
        className="verb-save"
        data-enter-stop
        data-spot-save
        loading={round.busy}
        onClick={() => void round.save()}
      >
        {prints ? t('verb.savePrint') : t('verb.save')}
        <kbd className="key-cap">Ctrl+Enter</kbd>
      </Button>
    </div>
  )
})
