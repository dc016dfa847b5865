// The camera in place (F8): the shutter has the focus, so Space shoots and nothing else is needed.
import { useEffect, useRef, useState } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

type CameraProps = Readonly<{ onShot: (video: HTMLVideoElement) => Promise<void>; onClose: () => void }>

export const Camera = ({ onShot, onClose }: CameraProps) => {
  const { t } = useTranslation('intake')
  const video = useRef<HTMLVideoElement>(null)
  const shutter = useRef<HTMLButtonElement>(null)
  const [state, setState] = useState<'starting' | 'on' | 'none'>('starting')
  const [shots, setShots] = useState(0)

  useEffect(() => {
    let stream: MediaStream | undefined
    let gone = false
    shutter.current?.focus()
    const start = async (): Promise<void> => {
      try {
        stream = await navigator.mediaDevices.getUserMedia({
          video: { width: { ideal: 1600 }, height: { ideal: 1200 } },
        })
      } catch {
        return setState('none')
      }
      const screen = video.current
      if (gone || !screen) return stop(stream)
      screen.srcObject = stream
      await screen.play().catch(() => undefined)
      setState('on')
    }
    void start()
    return () => {
      gone = true
      stop(stream)
    }
  }, [])

  const shoot = async (): Promise<void> => {
    if (!video.current || state !== 'on') return
    await onShot(video.current)
    setShots((count) => count + 1)
  }
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- Esc on its way up from the buttons
    <div
      className="camera"
      role="group"
      aria-label={t('photo.camera')}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return
        event.preventDefault()
        event.stopPropagation()
        onClose()
      }}
    >
      <video ref={video} muted playsInline className="camera-view" />
      <div className="camera-side">
        <Button ref={shutter} type="primary" onClick={() => void shoot()}>
          {t('photo.shoot')}
          <kbd className="key-cap">Space</kbd>
        </Button>
        <Button onClick={onClose}>
          {t('photo.closeCamera')}
          <kbd className="key-cap">Esc</kbd>
        </Button>
        <p role="status">
          {state === 'none'
            ? t('photo.noCamera')
            : state === 'starting'
              ? t('photo.starting')
              : t('photo.shots', { count: shots })}
        </p>
      </div>
    </div>
  )
}

const stop = (stream: MediaStream | undefined): void => {
  for (const track of stream?.getTracks() ?? []) track.stop()
}
