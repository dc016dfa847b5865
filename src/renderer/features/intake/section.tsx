// A numbered part of the page; Alt and its number lead there.
import { useId } from 'react'
import type { ReactNode } from 'react'

type SectionProps = Readonly<{
  number: number
  title: string
  /** Beside the title, such as what stands inside while it is folded. */
  aside?: ReactNode
  /** At the right end of the head. */
  verbs?: ReactNode
  className?: string
  children?: ReactNode
}>

export const Section = ({ number, title, aside, verbs, className = '', children }: SectionProps) => {
  const id = useId()
  return (
    <section className={`intake-section ${className}`} aria-labelledby={id} data-section={number}>
      <header className="intake-section-head">
        <span className="intake-number" aria-hidden="true">
          {number}
        </span>
        <h2 id={id}>{title}</h2>
        {aside}
        {verbs && <span className="intake-head-verbs">{verbs}</span>}
      </header>
      {children}
    </section>
  )
}
