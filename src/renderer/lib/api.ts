// How every screen talks to the core: one cached query hook and one command hook, typed by the contract.
import { createContext, use, useRef, useState } from 'react'
import { createApi } from '@reduxjs/toolkit/query/react'
import type { BaseQueryFn } from '@reduxjs/toolkit/query/react'
import type { Command, Query } from '#shared/contract/define.ts'
import type { HostMethod, HostParams, HostValue } from '#shared/contract/host.ts'
import type { Method, Methods, Params, Value } from '#shared/contract/index.ts'
import type { JsonValue } from '#shared/kernel/result.ts'
import { createIdSource } from '#shared/kernel/ids.ts'
import type { CallCounter } from '#shared/contract/window.ts'
import type { Bridge } from './bridge.ts'
import { createCommandRun } from './command-run.ts'
import { outcomeOf } from './problem.ts'
import type { Outcome, Problem } from './problem.ts'
import { TAG_TYPES, tagsOfQuery } from './tags.ts'

export type QueryMethod = { [M in Method]: Methods[M] extends Query ? M : never }[Method]
export type CommandMethod = { [M in Method]: Methods[M] extends Command ? M : never }[Method]

/** Asks main (dialogs, the state of the core) as one asks the core. */
export const useHost = () => {
  const { call } = useBridge()
  return async <M extends HostMethod>(method: M, params: HostParams<M>): Promise<Outcome<HostValue<M>>> =>
    outcomeOf(await call(method, params, method.endsWith('State') ? undefined : newId()))
}

type QueryArgs = Readonly<{ method: string; params: Readonly<Record<string, unknown>> }>
/** What thunks and queries find in the store beside its state. */
export type StoreExtra = Readonly<{ call: CallCounter }>

const overTheBridge: BaseQueryFn<QueryArgs, unknown, Problem> = async ({ method, params }, { extra }) => {
  const outcome = outcomeOf<JsonValue>(await (extra as StoreExtra).call(method, params))
  return outcome.ok ? { data: outcome.value } : { error: outcome.problem }
}

export const coreApi = createApi({
  reducerPath: 'core',
  baseQuery: overTheBridge,
  tagTypes: TAG_TYPES,
  endpoints: (build) => ({
    read: build.query<unknown, QueryArgs>({
      query: (args) => args,
      providesTags: (_value, _problem, { method, params }) => [...tagsOfQuery(method, params)],
    }),
  }),
})

export type CoreAnswer<T> = Readonly<{
  /** The latest value; stays while a newer one is fetched and when that fails. */
  value: T | undefined
  problem: Problem | undefined
  /** True only before the first value or problem of these params. */
  loading: boolean
  refetch: () => void
}>

export type QueryOptions = Readonly<{ skip?: boolean; pollMs?: number; keepPrevious?: boolean }>

/** Reads from the core, cached and kept fresh by the core's change events. */
export const useCoreQuery = <M extends QueryMethod>(
  method: M,
  params: Params<M>,
  { skip = false, pollMs = 0, keepPrevious = false }: QueryOptions = {},
): CoreAnswer<Value<M>> => {
  const args = { method, params: params as Readonly<Record<string, unknown>> }
  const { data, currentData, error, isFetching, refetch } = coreApi.useReadQuery(args, {
    skip,
    pollingInterval: pollMs,
  })
  const value = (keepPrevious ? data : currentData) as Value<M> | undefined
  return {
    value,
    problem: error as Problem | undefined,
    loading: !skip && value === undefined && (isFetching || error === undefined),
    refetch,
  }
}

const BridgeContext = createContext<Bridge | null>(null)
export const BridgeProvider = BridgeContext.Provider

export const useBridge = (): Bridge => {
  const bridge = use(BridgeContext)
  if (!bridge) throw new Error('no bridge above this component')
  return bridge
}

/** A row id made in this window: draft ids, command ids. */
export const newId: () => string = createIdSource({
  now: () => Date.now(),
  random: (length) => crypto.getRandomValues(new Uint8Array(length)),
})

/** Asks the core once, without cache: search as one types, a duplicate check on blur. */
export const useAsk = () => {
  const { call } = useBridge()
  return async <M extends QueryMethod>(method: M, params: Params<M>): Promise<Outcome<Value<M>>> =>
    outcomeOf(await call(method, params))
}

export type CommandHook<M extends CommandMethod> = Readonly<{
  run: (params: Params<M>) => Promise<Outcome<Value<M>>>
  /** A run is under way: show it, do not disable typing. */
  busy: boolean
  /** The latest answer that was not a value; cleared when the next run starts and by `forget`. */
  problem: Problem | undefined
  forget: () => void
}>

/** One command of one form: however often `run` is called, the same content acts once (see command-run.ts). */
export const useCoreCommand = <M extends CommandMethod>(method: M): CommandHook<M> => {
  const { call } = useBridge()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const attempt = useRef<ReturnType<typeof createCommandRun>>(null)
  const run = async (params: Params<M>): Promise<Outcome<Value<M>>> => {
    attempt.current ??= createCommandRun(method, call, newId)
    setBusy(true)
    setProblem(undefined)
    const outcome = await attempt.current(params)
    setBusy(false)
    if (!outcome.ok) setProblem(outcome.problem)
    return outcome as Outcome<Value<M>>
  }
  return { run, busy, problem, forget: () => setProblem(undefined) }
}
