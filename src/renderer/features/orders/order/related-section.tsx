// Orders beside this one: the other machines of the visit, and everything else the customer ever brought.
import type { SectionProps } from './order-screen.tsx'
import { OtherOrders } from './other-orders.tsx'
import { VisitOrders } from './visit-orders.tsx'

export const RelatedSection = ({ order }: SectionProps) => (
  <div className="related-orders">
    {order.ofVisit > 1 && <VisitOrders order={order} />}
    <OtherOrders order={order} />
  </div>
)
