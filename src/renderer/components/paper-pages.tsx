// The pages of one sheet as pictures: PgUp/PgDn or arrows turn them, plus and minus make them larger.
import { useState } from 'react'
import type { KeyboardEvent } from 'react'
import { LeftOutlined, MinusOutlined, PlusOutlined, RightOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useTranslation } from 'react-i18next'
import { useCoreQuery } from '../lib/api.ts'
import type { Sheet } from './paper-sheet.ts'
import { QueryPanel } from './panel-states.tsx'

const ZOOMS = [0.75, 1, 1.5, 2] as const

export const PaperPages = ({ sheet, appearance }: { sheet: Sheet; appearance: object }) => {
  const { t } = useTranslation('paper')
  const { t: labels } = useTranslation('labels')
  const [page, setPage] = useState(0)
  const [zoom, setZoom] = useState(1)
  const scale = ZOOMS[zoom] ?? 1
  const preview = useCoreQuery(
    'print.preview',
    { ...sheet, ...appearance, dpi: scale > 1 ? 200 : 130 },
    { keepPrevious: true },
  )
  const count = preview.value?.pages.length ?? 1
  const current = Math.min(page, count - 1)
  const turn = (step: number) => setPage(Math.max(0, Math.min(count - 1, current + step)))
  const enlarge = (step: number) => setZoom(Math.max(0, Math.min(ZOOMS.length - 1, zoom + step)))
  const onKeyDown = (event: KeyboardEvent) => {
    const verb = KEYS[event.key]
    if (!verb || event.ctrlKey) return
    event.preventDefault()
    if (verb.kind === 'turn') turn(verb.step)
    else enlarge(verb.step)
  }
  return (
    <div className="paper-pages">
      {/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- it scrolls and turns pages by keys */}
      <div
        className="paper-desk"
        tabIndex={0}
        role="group"
        aria-label={t('title')}
        data-autofocus
        onKeyDown={onKeyDown}
      >
        <QueryPanel answer={preview} rows={12}>
          {({ pages, warning, widthMm, heightMm }) => (
            <>
              {warning !== null && <p className="paper-warning">{t('template', { warning })}</p>}
              <img
                className="paper-page"
                alt={t('pageAlt', { paper: labels(`paper.${sheet.paper}`), page: current + 1 })}
                src={`data:image/png;base64,${pages[current] ?? ''}`}
                style={sizeOf(widthMm, heightMm, scale)}
              />
            </>
          )}
        </QueryPanel>
      </div>
      <div className="paper-tools">
        <Button
          size="small"
          icon={<MinusOutlined />}
          aria-label={t('zoomOut')}
          disabled={zoom === 0}
          onClick={() => enlarge(-1)}
        />
        <span className="num">{Math.round(scale * 100)} %</span>
        <Button
          size="small"
          icon={<PlusOutlined />}
          aria-label={t('zoomIn')}
          disabled={zoom === ZOOMS.length - 1}
          onClick={() => enlarge(1)}
        />
        <span className="paper-tools-space" />
        <Button
          size="small"
          icon={<LeftOutlined />}
          aria-label={t('previous')}
          disabled={current === 0}
          onClick={() => turn(-1)}
        />
        <span className="num" aria-live="polite">
          {t('page', { page: current + 1, pages: count })}
        </span>
        <Button
          size="small"
          icon={<RightOutlined />}
          aria-label={t('next')}
          disabled={current >= count - 1}
          onClick={() => turn(1)}
        />
      </div>
    </div>
  )
}

const KEYS: Readonly<Record<string, { kind: 'turn' | 'zoom'; step: number }>> = {
  PageDown: { kind: 'turn', step: 1 },
  ArrowRight: { kind: 'turn', step: 1 },
  PageUp: { kind: 'turn', step: -1 },
  ArrowLeft: { kind: 'turn', step: -1 },
  '+': { kind: 'zoom', step: 1 },
  '=': { kind: 'zoom', step: 1 },
  '-': { kind: 'zoom', step: -1 },
}

/**
 * At 100 % a whole page fits the desk: 510 px high, or 620 px wide for what is wider than high. A long strip would
 * be too narrow to read, so it is never less than 300 px wide and scrolls.
 */
const sizeOf = (widthMm: number, heightMm: number, scale: number) => {
  const whole = Math.min(510 / heightMm, 620 / widthMm)
  const fit = Math.max(whole, heightMm > 2 * widthMm ? 300 / widthMm : 0) * scale
  return { width: `${Math.round(widthMm * fit)}px`, height: `${Math.round(heightMm * fit)}px` }
}
