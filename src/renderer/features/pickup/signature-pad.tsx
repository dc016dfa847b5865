// Signing with a pen, a finger or the mouse: smoothed strokes on white, each of which can be taken back.
import { useEffect, useImperativeHandle, useRef, useState } from 'react'
import type { PointerEvent, Ref } from 'react'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'

type Point = Readonly<{ x: number; y: number }>
export type Stroke = readonly Point[]

export type SignatureHandle = Readonly<{
  /** A PNG of what was drawn; null while nothing was. */
  picture: () => Promise<Blob | null>
  clear: () => void
  show: () => void
}>

const WIDTH = 640
const HEIGHT = 200

/** Ink is black on white in both themes: it is printed and kept. */
const draw = (canvas: HTMLCanvasElement, strokes: readonly Stroke[]): void => {
  const pen = canvas.getContext('2d')
  if (!pen) return
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, WIDTH, HEIGHT)
  pen.strokeStyle = '#000'
  pen.lineWidth = 3
  pen.lineCap = 'round'
  pen.lineJoin = 'round'
  for (const stroke of strokes) {
    const [first] = stroke
    if (!first) continue
    pen.beginPath()
    pen.moveTo(first.x, first.y)
    // Through the middles of neighbouring points, so that a quick hand leaves no corners.
    for (const [index, point] of stroke.entries()) {
      const next = stroke[index + 1] ?? point
      pen.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2)
    }
    pen.stroke()
  }
}

type PadProps = Readonly<{
  ref: Ref<SignatureHandle>
  /** Drawn before, and told again whenever it changes: the pad may be put away and come back. */
  start?: readonly Stroke[] | undefined
  onDrawn?: ((strokes: readonly Stroke[]) => void) | undefined
}>

export const SignaturePad = ({ ref, start = [], onDrawn }: PadProps) => {
  const { t } = useTranslation('pickup')
  const canvas = useRef<HTMLCanvasElement>(null)
  const [strokes, setStrokes] = useState(start)
  const drawing = useRef(false)
  const told = useRef(onDrawn)
  useEffect(() => {
    told.current = onDrawn
  })
  useEffect(() => {
    if (canvas.current) draw(canvas.current, strokes)
    told.current?.(strokes)
  }, [strokes])
  useImperativeHandle(ref, () => ({
    picture: () =>
      new Promise((done) =>
        strokes.length === 0 || !canvas.current ? done(null) : canvas.current.toBlob(done, 'image/png'),
      ),
    clear: () => setStrokes([]),
    // Beside the file of a lost slip the pad is below the edge.
    show: () => canvas.current?.scrollIntoView({ block: 'nearest' }),
  }))
  const pointOf = (event: PointerEvent<HTMLCanvasElement>): Point => {
    const box = event.currentTarget.getBoundingClientRect()
    return {
      x: ((event.clientX - box.left) / box.width) * WIDTH,
      y: ((event.clientY - box.top) / box.height) * HEIGHT,
    }
  }
  return (
    <div className="pickup-sign">
      <canvas
        ref={canvas}
        width={WIDTH}
        height={HEIGHT}
        aria-label={t('sign.pad')}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          drawing.current = true
          const point = pointOf(event)
          setStrokes((old) => [...old, [point]])
        }}
        onPointerMove={(event) => {
          if (!drawing.current) return
          const point = pointOf(event)
          setStrokes((old) => [...old.slice(0, -1), [...(old.at(-1) ?? []), point]])
        }}
        onPointerUp={() => {
          drawing.current = false
        }}
      />
      {strokes.length === 0 && <span className="pickup-sign-hint">{t('sign.hint')}</span>}
      <div className="pickup-sign-verbs">
        <Button
          size="small"
          disabled={strokes.length === 0}
          onClick={() => setStrokes((old) => old.slice(0, -1))}
        >
          {t('sign.undo')}
        </Button>
        <Button size="small" disabled={strokes.length === 0} onClick={() => setStrokes([])}>
          {t('sign.clear')}
        </Button>
      </div>
    </div>
  )
}
