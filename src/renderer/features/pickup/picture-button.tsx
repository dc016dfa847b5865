// One picture from a file, a scanner's folder or a camera that saves files.
import { useRef } from 'react'
import { CameraOutlined, CheckOutlined } from '@ant-design/icons'
import { Button } from 'antd'

type Props = Readonly<{
  label: string
  done: boolean
  busy: boolean
  onPicture: (file: Blob) => void
}>

export const PictureButton = ({ label, done, busy, onPicture }: Props) => {
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button
        data-enter-stop
        loading={busy}
        icon={done ? <CheckOutlined /> : <CameraOutlined />}
        onClick={() => file.current?.click()}
      >
        {label}
      </Button>
      <input
        ref={file}
        type="file"
        accept="image/png,image/jpeg,image/webp"
        className="visually-hidden"
        tabIndex={-1}
        aria-label={label}
        data-enter-skip
        onChange={(event) => {
          const [picked] = event.target.files ?? []
          event.target.value = ''
          if (picked) onPicture(picked)
        }}
      />
    </>
  )
}
