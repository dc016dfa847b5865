// One photo as large as the window: ← → turn, Esc closes.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { Dialog } from '../../../components/dialog.tsx'
import { useFormat } from '../../../lib/format.ts'
import { Photo } from './photo.tsx'

type Props = Readonly<{
  photos: OrderDetail['photos']
  at: number
  onAt: (at: number) => void
  onClose: () => void
}>

export const FullView = ({ photos, at, onAt, onClose }: Props) => {
  const { t } = useTranslation('orders')
  const { local } = useFormat()
  const photo = photos[at]
  const turn = (by: number) => onAt((at + by + photos.length) % photos.length)
  if (!photo) return null
  return (
    <Dialog open width="92vw" onClose={onClose} title={`${t('photo.title')} ${at + 1} / ${photos.length}`}>
      <div
        className="photo-full"
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === 'ArrowLeft') turn(-1)
          if (event.key === 'ArrowRight') turn(1)
        }}
      >
        <Button aria-label={t('photo.previous')} icon={<LeftOutlined />} onClick={() => turn(-1)} />
        <figure>
          <Photo key={photo.hash} hash={photo.hash} alt={photo.caption || t('photo.title')} />
          <figcaption className="num">
            {photo.caption} {local(photo.createdAt)}
          </figcaption>
        </figure>
        <Button
          data-autofocus
          aria-label={t('photo.next')}
          icon={<RightOutlined />}
          onClick={() => turn(1)}
        />
      </div>
    </Dialog>
  )
}
