import { expect, it } from 'vitest'
import type { Article } from '#shared/contract/knowledge.ts'
import type { ServiceRecord } from '#shared/contract/service.ts'
import { wordsFor } from './prefill.ts'

const record = (given: Partial<ServiceRecord>) =>
  ({ result: 'repaired', actualFault: '电源板烧毁，保险断', action: '换电源板', ...given }) as ServiceRecord

const SOURCE = { device: '笔记本 联想 T480', reportedFault: '不开机', published: null }

it('proposes what the customer saw and what the record that helped found and did', () => {
  const records = [record({}), record({ result: 'notRepaired' as never, actualFault: '没查出来' })]
  expect([wordsFor({ ...SOURCE, records }), wordsFor({ ...SOURCE, records: [] })]).toEqual([
    {
      title: '笔记本 联想 T480 电源板烧毁',
      symptom: '不开机',
      fix: '电源板烧毁，保险断\n换电源板',
      readers: [],
    },
    { title: '笔记本 联想 T480 不开机', symptom: '不开机', fix: '', readers: [] },
  ])
})

it('proposes what stands published, and cuts a title that is too long', () => {
  const words = { title: '旧', symptom: '旧现象', fix: '旧做法', readers: ['technician'] as const }
  const published = { ...words, id: 'a', number: 'b' } as unknown as Article
  const long = record({ actualFault: '坏'.repeat(200) })
  expect([
    wordsFor({ ...SOURCE, records: [record({})], published }),
    [...wordsFor({ ...SOURCE, records: [long] }).title].length,
  ]).toEqual([words, 80])
})
