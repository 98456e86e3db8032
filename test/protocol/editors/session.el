;;; session.el --- Opens a log in Emacs as a user would -*- lexical-binding: t -*-

;; Waits for the problems of a log, asks for an explanation, repairs one problem, then all. What there was to see goes to a file
;; as JSON. Which client speaks to the server is told by the file that loads this one; see eglot.el and lsp-mode.el.

(require 'cl-lib)
(require 'json)
(require 'package)
(package-initialize)

(defvar trail-server (append (json-read-from-string (getenv "TRAIL_SERVER")) nil))

(defun trail-wait (what condition)
  "Wait until CONDITION holds; WHAT is what it waits for."
  (let ((end (+ (float-time) 30)))
    (while (not (funcall condition))
      (when (> (float-time) end) (error "%s did not come" what))
      (accept-process-output nil 0.05))))

(defun trail-place (position message)
  "MESSAGE at POSITION, with line and column counted from nought."
  (save-excursion
    (goto-char position)
    `((line . ,(1- (line-number-at-pos))) (column . ,(- position (line-beginning-position))) (message . ,message))))

(defun trail-in-order (problems)
  "PROBLEMS in the order of the text."
  (sort problems (lambda (a b) (< (alist-get 'column a) (alist-get 'column b)))))

(defun trail-is-json ()
  "Whether the buffer holds sound JSON."
  (save-excursion
    (goto-char (point-min))
    (ignore-errors (json-parse-buffer))))

(cl-defun trail-session (&key connect problems hover repair)
  "Run a session.
CONNECT attaches the client to the current buffer.  PROBLEMS gives those that it shows.  HOVER gives what is said at
point.  REPAIR chooses the repair of a title at point, and gives all titles."
  (let (seen)
    (condition-case reason
        (cl-flet ((repair-first (title condition)
                    (goto-char (+ 1 (alist-get 'column (car (funcall problems)))))
                    (prog1 (funcall repair title)
                      (trail-wait title condition))))
          (find-file (getenv "TRAIL_LOG"))
          (unless (derived-mode-p 'js-mode) (js-mode))
          (funcall connect)
          (trail-wait "A problem" problems)
          (push `(problems . ,(vconcat (funcall problems))) seen)
          (goto-char (point-min))
          (search-forward "\"eventSource")
          (push `(hover . ,(substring-no-properties (funcall hover))) seen)
          (push `(offered . ,(vconcat (repair-first "Insert the missing comma" (lambda () (= (length (funcall problems)) 2))))) seen)
          ;; lsp-mode 8.0.0 does not hear the problems that come in one piece with the answer it waits for.
          (repair-first "Make all repairs in this log" #'trail-is-json)
          (push `(text . ,(buffer-substring-no-properties (point-min) (point-max))) seen))
      (error (push `(failure . ,(error-message-string reason)) seen)))
    (push `(warnings . ,(if (get-buffer "*Warnings*") (with-current-buffer "*Warnings*" (buffer-string)) "")) seen)
    (with-temp-file (getenv "TRAIL_RESULT")
      (insert (json-encode seen)))))

(provide 'session)
;;; session.el ends here
