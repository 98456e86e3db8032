;;; lsp-mode.el --- The session with lsp-mode -*- lexical-binding: t -*-

(load (expand-file-name "session.el" (file-name-directory load-file-name)) nil t)
(require 'lsp-mode)

(defvar trail-folder (file-name-directory (getenv "TRAIL_LOG")))

(setq lsp-auto-guess-root t
      lsp-enable-file-watchers nil
      lsp-enable-snippet nil
      lsp-restart 'ignore
      lsp-session-file (expand-file-name "session" trail-folder))

(lsp-register-client
 (make-lsp-client :new-connection (lsp-stdio-connection (lambda () trail-server))
                  :activation-fn (lambda (&rest _) t)
                  :priority 9
                  :server-id 'workmail-trail))

(defun trail-lsp-problems ()
  "What lsp-mode knows of the buffer, in the order of the text."
  (trail-in-order
   (mapcar (lambda (each)
             (trail-place (lsp--position-to-point (lsp:range-start (lsp:diagnostic-range each)))
                          (lsp:diagnostic-message each)))
           (append (lsp--get-buffer-diagnostics) nil))))

(defun trail-lsp-hover ()
  "What lsp-mode shows at point."
  (lsp--render-on-hover-content
   (lsp:hover-contents (lsp-request "textDocument/hover" (lsp--text-document-position-params)))
   t))

(defun trail-lsp-repair (title)
  "Choose the action of a TITLE, and give all titles."
  (let ((actions (append (lsp-code-actions-at-point) nil)))
    (lsp-execute-code-action (cl-find title actions :key #'lsp:code-action-title :test #'string=))
    (mapcar #'lsp:code-action-title actions)))

(trail-session
 :connect (lambda ()
            (lsp-workspace-folders-add trail-folder)
            (lsp)
            (trail-wait "The connection" #'lsp-workspaces))
 :problems #'trail-lsp-problems
 :hover #'trail-lsp-hover
 :repair #'trail-lsp-repair)
(when (lsp-workspaces) (lsp-workspace-shutdown (car (lsp-workspaces))))
;;; lsp-mode.el ends here
