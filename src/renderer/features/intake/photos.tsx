// Photos of one machine: by camera in place, by file, pasted, dropped. A photo that was not stored says so and goes.
import { useEffect, useRef } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { ProblemLine } from '#renderer/components/panel-states.tsx'
import { useCoreQuery } from '#renderer/lib/api.ts'
import { Camera } from './camera.tsx'
import { useIntake, useMachine, useMachinePath, useSession } from './session.ts'
import { useProblemText } from './spot.tsx'
import { MOST_PHOTOS, picturesIn, usePhotos } from './use-photos.ts'

const NOTHING: readonly string[] = []

export const Photos = ({ machineKey }: { machineKey: string }) => {
  const { t } = useTranslation('intake')
  const { store } = useSession()
  const at = `${useMachinePath(machineKey)}.photos`
  const [hashes = NOTHING] = useMachine(machineKey, (machine) => machine.photos)
  const camera = useIntake((state) => state.camera)
  const { take, working, problem, remove } = usePhotos(machineKey)
  const file = useRef<HTMLInputElement>(null)
  const pasted = useIntake((state) => state.pasted)
  useEffect(() => {
    if (pasted.length === 0) return
    store.set({ ...store.get(), pasted: [] })
    void take(pasted)
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once for each paste
  }, [pasted])
  const setCamera = (on: boolean): void => store.set({ ...store.get(), camera: on })
  return (
    <div
      className="intake-spot photos"
      data-spot={at}
      data-photos
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        void take(picturesIn(event.dataTransfer))
      }}
    >
      <span className="intake-label">{t('photo.label', { count: hashes.length, most: MOST_PHOTOS })}</span>
      <div className="photo-row">
        {hashes.map((hash, index) => (
          <Photo
            key={hash}
            hash={hash}
            name={t('photo.nth', { n: index + 1 })}
            path={`${at}.${index}`}
            onRemove={remove}
          />
        ))}
        {working > 0 && <span className="photo-wait">{t('photo.working')}</span>}
        {hashes.length < MOST_PHOTOS && (
          <>
            <Button size="small" onClick={() => setCamera(!camera)}>
              {t('photo.camera')}
              <kbd className="key-cap">F8</kbd>
            </Button>
            <Button size="small" onClick={() => file.current?.click()}>
              {t('photo.file')}
            </Button>
            <span className="intake-hint">{t('photo.hint')}</span>
          </>
        )}
      </div>
      <input
        ref={file}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp"
        data-enter-skip
        aria-label={t('photo.file')}
        onChange={(event) => {
          void take([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
      {camera && <Camera onShot={(video) => take([video])} onClose={() => setCamera(false)} />}
      <ProblemLine problem={problem} />
    </div>
  )
}

type PhotoProps = Readonly<{ hash: string; name: string; path: string; onRemove: (hash: string) => void }>

const Photo = ({ hash, name, path, onRemove }: PhotoProps) => {
  const { t } = useTranslation('intake')
  const photo = useCoreQuery('attachment.get', { hash })
  const refused = useProblemText(path)
  const words = refused ?? (photo.problem ? t('photo.gone') : undefined)
  return (
    <figure className={`photo ${words === undefined ? '' : 'photo-bad'}`} data-spot={path}>
      {photo.value ? (
        <img src={`data:${photo.value.mime};base64,${photo.value.data}`} alt={name} />
      ) : (
        <span className="photo-blank" />
      )}
      <button
        type="button"
        className="photo-remove"
        aria-label={t('photo.remove', { name })}
        onClick={() => onRemove(hash)}
      >
        ×
      </button>
      {words !== undefined && <figcaption role="alert">{words}</figcaption>}
    </figure>
  )
}
