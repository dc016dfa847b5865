// The list of orders and one order: stand in until the screens are here.
import { useTranslation } from 'react-i18next'
import type { OrderScreenProps, ScreenProps } from '#renderer/app/screens.tsx'

export const OrdersScreen = (_props: ScreenProps) => <h1>{useTranslation('frame').t('screens.orders')}</h1>
export const OrderScreen = ({ id }: OrderScreenProps) => <h1>{id}</h1>
