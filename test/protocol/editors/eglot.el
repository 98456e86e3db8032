;;; eglot.el --- The session with eglot -*- lexical-binding: t -*-

(load (expand-file-name "session.el" (file-name-directory load-file-name)) nil t)
(require 'eglot)
(require 'flymake)

(setq eglot-sync-connect 30
      ;; The one name until Emacs 29, the other one since.
      eglot-confirm-server-initiated-edits nil
      eglot-confirm-server-edits nil
      eglot-server-programs `((js-mode . ,trail-server)))

(defun trail-eglot-problems ()
  "What flymake shows, in the order of the text."
  (when (eglot-managed-p)
    ;; What was typed is sent when Emacs has been idle for a while, and in batch mode it never is.
    (eglot--signal-textDocument/didChange)
    (flymake-start)
    (trail-in-order
     (mapcar (lambda (each) (trail-place (flymake-diagnostic-beg each) (flymake-diagnostic-text each)))
             (flymake-diagnostics)))))

(defun trail-eglot-hover ()
  "What eldoc would show."
  (let (told)
    (eglot-hover-eldoc-function (lambda (words &rest _) (setq told words)))
    (trail-wait "The explanation" (lambda () told))
    told))

(defun trail-eglot-repair (title)
  "Choose the action of a TITLE, and give all titles."
  (let ((last-nonmenu-event ?a) offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt choices &rest _)
                 (setq offered (all-completions "" choices))
                 title)))
      (eglot-code-actions (point) (point) nil t))
    offered))

(trail-session
 :connect (lambda () (apply #'eglot--connect (eglot--guess-contact)))
 :problems #'trail-eglot-problems
 :hover #'trail-eglot-hover
 :repair #'trail-eglot-repair)
(when (eglot-current-server) (eglot-shutdown (eglot-current-server)))
;;; eglot.el ends here
