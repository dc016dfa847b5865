// Names of people and parts as they are searched by, behind one service that loads the pinyin dictionary when it is first needed.
import { partTokens } from './part-tokens.ts'
import { customerTokens, loadPinyin, nameInitials } from './tokens.ts'

export type NameTokens = Readonly<{
  /** Must have been awaited once before the others are called. */
  load(): Promise<void>
  isLoaded(): boolean
  /** First letters of a name, `zs` for 张三: what people type. */
  initials(name: string): string
  customerTokens: typeof customerTokens
  partTokens: typeof partTokens
}>

export const createNameTokens = (): NameTokens => {
  let loading: Promise<void> | undefined
  let loaded = false
  return {
    load: () => {
      loading ??= loadPinyin().then(() => {
        loaded = true
      })
      return loading
    },
    isLoaded: () => loaded,
    initials: nameInitials,
    customerTokens,
    partTokens,
  }
}
