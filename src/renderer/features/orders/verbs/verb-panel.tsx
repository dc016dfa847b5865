// The panel of the verb that is open, beside the order.
import type { OrderDetail } from '#shared/contract/orders.ts'
import { PanelBoundary } from '../../../components/panel-states.tsx'
import { AnswerPanel } from '../quote/answer-panel.tsx'
import { CompletePanel } from './complete-panel.tsx'
import { AttemptPanel, NotifyPanel, UrgePanel } from './contact-panels.tsx'
import { DispatchPanel } from './dispatch-panel.tsx'
import { FormPanel } from './form-panel.tsx'
import { ReceivePanel } from './receive-panel.tsx'
import type { Verbs } from './use-verbs.ts'
import { VERB_FORMS } from './verb-forms.ts'
import { VerbMenu } from './verb-menu.tsx'
import './verbs.css'

type Props = Readonly<{ order: OrderDetail; verbs: Verbs }>

export const VerbPanel = (props: Props) =>
  props.verbs.panel === null ? null : (
    <PanelBoundary key={props.verbs.panel}>
      <Panel {...props} />
    </PanelBoundary>
  )

const Panel = ({ order, verbs }: Props) => {
  const name = verbs.panel
  switch (name) {
    case null:
      return null
    case 'menu':
      return <VerbMenu key={verbs.asked} order={order} verbs={verbs} />
    case 'dispatch':
    case 'dispatchBranch':
    case 'sendToVendor':
      return <DispatchPanel order={order} verbs={verbs} name={name} />
    case 'receive':
      return <ReceivePanel order={order} verbs={verbs} />
    case 'complete':
      return <CompletePanel order={order} verbs={verbs} />
    case 'notify':
      return <NotifyPanel order={order} verbs={verbs} />
    case 'acceptQuote':
    case 'rejectQuote':
      return <AnswerPanel key={name} order={order} verbs={verbs} name={name} />
    case 'attempt':
      return <AttemptPanel order={order} verbs={verbs} />
    case 'urge':
      return <UrgePanel order={order} verbs={verbs} />
    default: {
      const form = VERB_FORMS[name]
      return form ? <FormPanel key={name} order={order} verbs={verbs} name={name} form={form} /> : null
    }
  }
}
