// The photos of an order: a grid, a full view, and adding more by key, by paste, by drop (F8).
import { useEffect, useRef, useState } from 'react'
import { CameraOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import type { OrderDetail } from '#shared/contract/orders.ts'
import { isActionAllowed } from '#shared/domain/work-order/index.ts'
import { KeyCap } from '../../../components/key-cap.tsx'
import { ProblemLine } from '../../../components/panel-states.tsx'
import { FullView } from './full-view.tsx'
import { Photo } from './photo.tsx'
import { useAddPhotos } from './use-add-photos.ts'

export const Photos = ({ order, askTurn }: { order: OrderDetail; askTurn: number }) => {
  const { t } = useTranslation('orders')
  const [shown, setShown] = useState<number | null>(null)
  const file = useRef<HTMLInputElement>(null)
  const possible = isActionAllowed('photos', order.state)
  const { add, busy, problem } = useAddPhotos(order.id)
  // Each press once, also when the section is hidden and shown again.
  const heard = useRef(0)
  useEffect(() => {
    if (askTurn <= heard.current) return
    heard.current = askTurn
    if (possible) file.current?.click()
  }, [askTurn, possible])
  usePasted(possible, add)
  return (
    <div
      role="presentation"
      className="sheet side-sheet"
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        if (possible) void add([...event.dataTransfer.files])
      }}
    >
      <div className="side-line">
        <h2>
          {t('photo.title')} <span className="num faint">{order.photos.length || ''}</span>
        </h2>
        {possible && (
          <Button icon={<CameraOutlined />} loading={busy} onClick={() => file.current?.click()}>
            {t('photo.add')}
            <KeyCap keys="F8" />
          </Button>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp"
        aria-label={t('photo.add')}
        onChange={(event) => {
          void add([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {order.photos.length === 0 ? (
        <p className="faint">{t(possible ? 'photo.none' : 'photo.noneClosed')}</p>
      ) : (
        <ul className="photo-grid">
          {order.photos.map(({ id, hash, caption }, index) => (
            <li key={id}>
              <button
                type="button"
                className="photo-tile"
                aria-label={t('photo.open', { n: index + 1, caption })}
                onClick={() => setShown(index)}
              >
                <Photo hash={hash} alt="" />
              </button>
            </li>
          ))}
        </ul>
      )}
      <ProblemLine problem={problem} />
      {shown !== null && (
        <FullView photos={order.photos} at={shown} onAt={setShown} onClose={() => setShown(null)} />
      )}
    </div>
  )
}

/** A picture from the clipboard, pasted outside a text field. */
const usePasted = (on: boolean, add: (files: readonly File[]) => Promise<void>) => {
  const latest = useRef(add)
  useEffect(() => {
    latest.current = add
  })
  useEffect(() => {
    if (!on) return
    const onPaste = (event: ClipboardEvent) => {
      const files = [...(event.clipboardData?.files ?? [])].filter(({ type }) => type.startsWith('image/'))
      if (files.length > 0) void latest.current(files)
    }
    window.addEventListener('paste', onPaste)
    return () => window.removeEventListener('paste', onPaste)
  }, [on])
}
