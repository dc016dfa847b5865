// One stored photo as a picture.
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAsk } from '../../../lib/api.ts'
import { photoUrl } from './photo-store.ts'

/** A photo whose file is gone says so in its place. */
export const Photo = ({ hash, alt }: { hash: string; alt: string }) => {
  const { t } = useTranslation('orders')
  const ask = useRef(useAsk())
  const [url, setUrl] = useState<string | null>()
  useEffect(() => {
    let wanted = true
    void photoUrl(hash, (one) => ask.current('attachment.get', { hash: one })).then((outcome) => {
      if (wanted) setUrl(outcome.ok ? outcome.value : null)
    })
    return () => {
      wanted = false
    }
  }, [hash])
  if (url === null) return <span className="photo-missing">{t('photo.missing')}</span>
  return url === undefined ? (
    <span className="order-photo-wait" />
  ) : (
    <img src={url} alt={alt} draggable={false} />
  )
}
