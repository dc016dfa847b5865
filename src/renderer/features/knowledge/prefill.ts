// What the panel proposes, so that the reviewer corrects instead of writing.
import type { Value } from '#shared/contract/index.ts'
import type { Article } from '#shared/contract/knowledge.ts'
import type { Role } from '#shared/domain/staff/roles.ts'

export type Words = Readonly<{ title: string; symptom: string; fix: string; readers: readonly Role[] }>

type Source = Readonly<{
  device: string
  reportedFault: string
  records: Value<'service.records'>['records']
  published: Article | null
}>

const MOST_TITLE = 80
const firstClause = (words: string): string => words.split(/[，。；,;\n]|\. /)[0]?.trim() ?? ''
const cut = (words: string, most: number): string => [...words].slice(0, most).join('')

/** What stands published; else what the customer saw, and what the newest record that helped found and did. */
export const wordsFor = ({ device, reportedFault, records, published }: Source): Words => {
  if (published) {
    const { title, symptom, fix, readers } = published
    return { title, symptom, fix, readers }
  }
  const record = records.findLast(({ result }) => result === 'repaired') ?? records.at(-1)
  return {
    title: cut(`${device} ${firstClause(record?.actualFault ?? reportedFault)}`.trim(), MOST_TITLE),
    symptom: reportedFault,
    fix: record ? `${record.actualFault}\n${record.action}` : '',
    readers: [],
  }
}
