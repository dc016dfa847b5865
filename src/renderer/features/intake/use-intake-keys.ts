// The keys of intake. They sleep with the screen and under a dialog.
import { useTranslation } from 'react-i18next'
import { useShortcuts } from '#renderer/lib/keys.ts'
import type { FullSession } from './create-session.ts'
import { SPOT_KEYS } from './on-the-spot/use-spot.ts'
import type { Spot } from './on-the-spot/use-spot.ts'
import { machineAt } from './session.ts'
import { useMachineMoves } from './use-machine-moves.ts'
import type { Round } from './use-round.ts'

export const useIntakeKeys = (session: FullSession, round: Round, onRefuse: () => void, spot: Spot): void => {
  const { t } = useTranslation('intake')
  const { store, focus } = session
  const { add } = useMachineMoves()
  const toSection = (number: number): void => {
    const { form, active } = store.get()
    const at = `machines.${Math.max(0, machineAt(form, active))}`
    if (number === 6) store.set({ ...store.get(), details: true })
    const device = form.machines[Math.max(0, machineAt(form, active))]?.device.kind
    const spots: Readonly<Record<number, string>> = {
      1: form.customer.kind === 'new' ? 'customer.new.name' : 'customer',
      2: device === 'new' ? `${at}.device.new.category` : `${at}.device`,
      3: `${at}.reportedFault`,
      4: `${at}.accessories`,
      5: `${at}.charge`,
      6: `${at}.condition`,
    }
    focus.to(spots[number] ?? 'customer')
  }
  const camera = (): void => {
    const state = store.get()
    store.set({ ...state, details: true, camera: !(state.camera && state.details) })
  }
  useShortcuts([
    // Beside the form stands the panel of a repair on the spot: it finishes, and adds lines to its record.
    !spot.shown && { keys: 'Ctrl+Enter', label: t('verb.save'), run: () => void round.save() },
    { keys: 'F2', label: t('verb.next'), run: () => void round.next() },
    { keys: 'F6', label: t('verb.park'), run: () => void round.park() },
    { keys: 'Shift+F6', label: t('verb.takeBack'), run: () => void round.takeBackAny() },
    { keys: 'F8', label: t('verb.photo'), run: camera },
    !spot.shown && { keys: 'Ctrl+D', label: t('verb.addMachine'), run: add },
    !spot.shown && { keys: 'Shift+F9', label: t('verb.refuseFee'), run: onRefuse },
    spot.offered && { keys: SPOT_KEYS, label: t('spot.verb'), run: spot.open },
    ...[1, 2, 3, 4, 5, 6].map((number) => ({
      keys: `Alt+${number}`,
      label: t('verb.section', { number }),
      run: () => toSection(number),
    })),
  ])
}
