// The work: what was done at the left (rule SRV-1), to whom the order was given at the right (rule DSP-3).
import type { SectionProps } from './order-screen.tsx'
import { DispatchSection, ServiceSection } from '../verbs/index.ts'

export const WorkSection = (props: SectionProps) => (
  <div className="work-columns order-work">
    <ServiceSection {...props} />
    <DispatchSection {...props} />
  </div>
)
