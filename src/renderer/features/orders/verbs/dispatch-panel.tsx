// Giving the job away (rules DSP-1, DSP-2, DSP-3, DSP-6, DSP-7): own people, another branch, or a repair vendor.
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import type { Value } from '#shared/contract/index.ts'
import { QueryPanel } from '../../../components/panel-states.tsx'
import { KeyCap } from '../../../components/key-cap.tsx'
import { useCoreQuery } from '../../../lib/api.ts'
import { useShortcuts } from '../../../lib/keys.ts'
import { BranchPanel } from './branch-panel.tsx'
import { OwnPanel } from './own-panel.tsx'
import type { Verbs } from './use-verbs.ts'
import { VendorPanel } from './vendor-panel.tsx'

export type DispatchVerb = 'dispatch' | 'dispatchBranch' | 'sendToVendor'
export type Candidates = Value<'dispatch.candidates'>
export type TargetProps = Readonly<{ order: OrderDetail; verbs: Verbs; candidates: Candidates }>

const TABS = [
  ['dispatch', 'own'],
  ['dispatchBranch', 'branch'],
  ['sendToVendor', 'vendor'],
] as const

const PANELS = { dispatch: OwnPanel, dispatchBranch: BranchPanel, sendToVendor: VendorPanel } as const

export const DispatchPanel = ({
  order,
  verbs,
  name,
}: Readonly<{ order: OrderDetail; verbs: Verbs; name: DispatchVerb }>) => {
  const { t } = useTranslation('verbs')
  const answer = useCoreQuery('dispatch.candidates', { id: order.id }, { keepPrevious: true })
  const Panel = PANELS[name]
  useShortcuts(
    TABS.map(([tab, target], index) => ({
      keys: `Alt+${index + 1}`,
      label: t(`target.${target}`),
      run: () => verbs.open(tab),
    })),
  )
  return (
    <div className="verb-with-tabs">
      <div className="verb-tabs" role="tablist" aria-label={t('target.title')}>
        {TABS.map(([tab, target], index) => (
          <button
            key={tab}
            type="button"
            role="tab"
            aria-selected={tab === name}
            className="verb-tab"
            onClick={() => verbs.open(tab)}
          >
            {t(`target.${target}`)}
            <KeyCap keys={`Alt+${index + 1}`} />
          </button>
        ))}
      </div>
      <QueryPanel answer={answer}>
        {(candidates) => <Panel key={name} order={order} verbs={verbs} candidates={candidates} />}
      </QueryPanel>
    </div>
  )
}
