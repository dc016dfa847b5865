// A file of parts, and how tests hand one to the core.
import type { TestConnection } from './core.ts'

export const HEADS = '编码,名称,规格,单位,售价,同行价,最低库存,条码,适用机型,序列号管理,旧件返还'
const LINES = [
  HEADS,
  'P-1,液晶屏,14 寸,块,680,600.50,2,6901234567892,联想 T480；T480s,是,是',
  'P-2,"键盘, 带背光",,个,"1,280.00",,1,,,否,否',
]
export const CSV = LINES.join('\n')

export const put = async (who: TestConnection, bytes: Uint8Array | string): Promise<string> =>
  (await who.value('catalogue.putFile', { data: Buffer.from(bytes).toString('base64') })).file

export const preview = async (who: TestConnection, bytes: Uint8Array | string) =>
  who.value('catalogue.previewImport', { file: await put(who, bytes) })
export const refusal = async (who: TestConnection, bytes: Uint8Array | string) =>
  who.refusal('catalogue.previewImport', { file: await put(who, bytes) })
export const take = async (who: TestConnection, bytes: Uint8Array | string) =>
  who.value('catalogue.import', { file: await put(who, bytes) })
export const counts = async (who: TestConnection, bytes: Uint8Array | string) => {
  const { rows, added, changed, unchanged, wrong } = await preview(who, bytes)
  return { rows, added, changed, unchanged, wrong }
}
export const problems = async (who: TestConnection, bytes: Uint8Array | string) =>
  (await preview(who, bytes)).problems.map(({ row, head, problem, other }) => [
    row,
    head,
    problem,
    other ?? '',
  ])
export const codes = async (who: TestConnection) =>
  (await who.value('part.list', {})).parts.map((one) => one.code)
