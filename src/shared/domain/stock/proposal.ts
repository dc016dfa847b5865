// What to buy (rule PRT-10): what should be there and what open orders still want, less what there is and what comes.

/** Of one part, in thousandths. */
export type Need = Readonly<{
  /** What should always be there. */
  minimum: number
  /** Planned on open orders and not issued yet. */
  demand: number
  /** What lies in bins: neither defective parts nor bags count. */
  sellable: number
  /** Between warehouses, and ordered already. */
  onTheWay: number
}>

export type ProposalReason = 'orders' | 'minimum'

/** How much to buy; 0 where enough is there or comes. */
export const proposedQuantity = ({ minimum, demand, sellable, onTheWay }: Need): number =>
  Math.max(0, minimum + demand - sellable - onTheWay)

/** Whether a customer waits for it, or only the shelf. */
export const proposalReason = ({ demand, sellable, onTheWay }: Need): ProposalReason =>
  demand > sellable + onTheWay ? 'orders' : 'minimum'
