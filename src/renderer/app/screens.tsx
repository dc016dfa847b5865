// Every screen of the program in one list. To add one: a line here, words in locales/*/frame.json under
// `screens`, its name in `ScreenName`, and a folder features/<name>/ that exports the component.
import type { ComponentType } from 'react'
import { lazy } from 'react'
import {
  AuditOutlined,
  ExportOutlined,
  EnvironmentOutlined,
  FileSearchOutlined,
  HomeOutlined,
  InboxOutlined,
  ProjectOutlined,
  SettingOutlined,
  TagsOutlined,
  ToolOutlined,
  UserOutlined,
} from '@ant-design/icons'
import { IntakeScreen } from '#renderer/features/intake/index.tsx'
import { may, mayGive } from '#shared/domain/staff/rights.ts'
import type { Role } from '#shared/domain/staff/roles.ts'
import type { Chord } from '../lib/keys.ts'
import type { ScreenName, ScreenParams } from './window-slice.ts'

/** `seq` grows with every opening that carries params, so that opening twice with the same ones is noticed. */
export type ScreenProps = Readonly<{ params: ScreenParams; seq: number }>
export type OrderScreenProps = Readonly<{ id: string }>

export type Screen = Readonly<{
  name: ScreenName
  icon: ComponentType
  /** The key that opens it from anywhere. */
  keys: Chord
  /** Who has work there; left out: everybody. For anybody else it is neither in the rail nor on the key card. */
  roles?: readonly Role[]
  Component: ComponentType<ScreenProps>
}>

const orders = () => import('#renderer/features/orders/index.tsx')
const pickup = () => import('#renderer/features/pickup/index.tsx')
const board = () => import('#renderer/features/board/index.tsx')
const customers = () => import('#renderer/features/customers/index.tsx')
const stock = () => import('#renderer/features/stock/index.tsx')
const catalogue = () => import('#renderer/features/catalogue/index.tsx')
// Fetched while nobody waits, so that a key pressed right behind the one that opens a screen is not lost.
globalThis.requestIdleCallback?.(
  () => void Promise.all([orders(), board(), pickup(), customers(), stock(), catalogue()]),
)

export const SCREENS: readonly Screen[] = [
  {
    name: 'home',
    icon: HomeOutlined,
    keys: 'F12',
    Component: lazy(() =>
      import('#renderer/features/home/index.tsx').then((feature) => ({ default: feature.HomeScreen })),
    ),
  },
  {
    name: 'intake',
    icon: ToolOutlined,
    keys: 'F2',
    roles: may('takeIn'),
    // Not loaded on demand: a clerk types on right behind F2.
    Component: IntakeScreen,
  },
  {
    name: 'board',
    icon: ProjectOutlined,
    keys: 'F7',
    Component: lazy(() => board().then((feature) => ({ default: feature.BoardScreen }))),
  },
  {
    name: 'orders',
    icon: FileSearchOutlined,
    keys: 'F11',
    Component: lazy(() => orders().then((feature) => ({ default: feature.OrdersScreen }))),
  },
  {
    name: 'pickup',
    icon: ExportOutlined,
    keys: 'F9',
    roles: mayGive('handOver', 'deliver', 'disposeUnclaimed'),
    Component: lazy(() => pickup().then((feature) => ({ default: feature.PickupScreen }))),
  },
  {
    name: 'custody',
    icon: EnvironmentOutlined,
    keys: 'Shift+F3',
    roles: may('moveItems'),
    Component: lazy(() =>
      import('#renderer/features/custody/index.tsx').then((feature) => ({
        default: feature.CustodyScreen,
      })),
    ),
  },
  {
    name: 'review',
    icon: AuditOutlined,
    keys: 'Ctrl+F9',
    roles: may('seeReviews'),
    Component: lazy(() =>
      import('#renderer/features/review/index.tsx').then((feature) => ({ default: feature.ReviewScreen })),
    ),
  },
  {
    name: 'customer',
    icon: UserOutlined,
    keys: 'Ctrl+F11',
    Component: lazy(() =>
      customers().then((feature) => ({
        default: feature.CustomerScreen,
      })),
    ),
  },
  {
    name: 'stock',
    icon: InboxOutlined,
    keys: 'Shift+F11',
    roles: may('seeStock'),
    Component: lazy(() => stock().then((feature) => ({ default: feature.StockScreen }))),
  },
  {
    name: 'catalogue',
    icon: TagsOutlined,
    keys: 'Shift+F12',
    roles: may('manageCatalogue'),
    Component: lazy(() => catalogue().then((feature) => ({ default: feature.CatalogueScreen }))),
  },
  {
    name: 'settings',
    icon: SettingOutlined,
    keys: 'Ctrl+F12',
    Component: lazy(() =>
      import('#renderer/features/settings/index.tsx').then((feature) => ({
        default: feature.SettingsScreen,
      })),
    ),
  },
]

/** The screens of somebody with these roles, in the order of the rail. */
export const screensOf = (roles: readonly Role[]): readonly Screen[] =>
  SCREENS.filter((screen) => screen.roles?.some((role) => roles.includes(role)) ?? true)

/** A work tab: one order. */
export const OrderScreen: ComponentType<OrderScreenProps> = lazy(() =>
  orders().then((feature) => ({ default: feature.OrderScreen })),
)
