// One line above the status bar for what needs no answer: an unknown scan, something put away. It never takes
// the focus and no key closes it by accident.
import { useEffect } from 'react'
import { CloseOutlined } from '@ant-design/icons'
import { useTranslation } from 'react-i18next'
import { useAppDispatch, useAppSelector } from '../store.ts'
import { windowActions } from '../window-slice.ts'

const SHOWN_MS = { bad: 15_000, good: 5_000, plain: 8_000 } as const

export const Notices = () => {
  const { t } = useTranslation('frame')
  const dispatch = useAppDispatch()
  const notice = useAppSelector((state) => state.window.notice)
  useEffect(() => {
    if (!notice) return
    const timer = setTimeout(() => dispatch(windowActions.noticeGone()), SHOWN_MS[notice.tone])
    return () => clearTimeout(timer)
  }, [notice, dispatch])
  return (
    <div aria-live="assertive">
      {notice && (
        <div key={notice.seq} className={`notice notice-${notice.tone}`}>
          <span className="selectable">{notice.text}</span>
          <button
            type="button"
            aria-label={t('notice.close')}
            onClick={() => dispatch(windowActions.noticeGone())}
          >
            <CloseOutlined />
          </button>
        </div>
      )}
    </div>
  )
}
