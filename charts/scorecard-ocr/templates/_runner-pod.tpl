{{/* The PodTemplateSpec of a run, of the root with `reader`. The operator adds names, labels, owner, deadlines and the upload's own variables. */}}
{{- define "scorecard-ocr.runnerPod" -}}
metadata:
  labels:
    {{- include "scorecard-ocr.selectorLabels" . | nindent 4 }}
    app.kubernetes.io/component: runner
    app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
    app.kubernetes.io/part-of: scorecard-ocr
    {{- with .Values.commonLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
    {{- with .Values.runner.podLabels }}
    {{- toYaml . | nindent 4 }}
    {{- end }}
  {{- with .Values.runner.podAnnotations }}
  annotations:
    {{- toYaml . | nindent 4 }}
  {{- end }}
spec:
  restartPolicy: Never
  serviceAccountName: {{ include "scorecard-ocr.runnerAccount" . }}
  automountServiceAccountToken: false
  enableServiceLinks: false
  terminationGracePeriodSeconds: 5
  {{- with .Values.runner.runtimeClassName }}
  runtimeClassName: {{ . }}
  {{- end }}
  {{- include "scorecard-ocr.placement" (list . .Values.runner) | indent 2 }}
  securityContext:
    {{- include "scorecard-ocr.podSecurityContext" . | nindent 4 }}
  containers:
    - name: runner
      image: {{ include "scorecard-ocr.runnerImage" . }}
      imagePullPolicy: {{ .Values.runner.image.pullPolicy }}
      args: ["run"]
      env:
        {{- include "scorecard-ocr.runnerEnv" . | nindent 8 }}
      resources:
        {{- include "scorecard-ocr.runnerResources" . | nindent 8 }}
      securityContext:
        {{- include "scorecard-ocr.containerSecurityContext" . | nindent 8 }}
      terminationMessagePath: /dev/termination-log
      terminationMessagePolicy: FallbackToLogsOnError
      volumeMounts:
        - name: tmp
          mountPath: /tmp
        - name: api-access
          mountPath: /var/run/secrets/kubernetes.io/serviceaccount
          readOnly: true
  volumes:
    - name: tmp
      emptyDir:
        sizeLimit: {{ .Values.runner.tmpSizeLimit }}
    - name: api-access
      projected:
        sources:
          - serviceAccountToken:
              path: token
              expirationSeconds: {{ int64 .Values.runner.tokenExpirationSeconds }}
          - configMap:
              name: kube-root-ca.crt
              items:
                - key: ca.crt
                  path: ca.crt
          - downwardAPI:
              items:
                - path: namespace
                  fieldRef:
                    fieldPath: metadata.namespace
{{- end -}}

{{- define "scorecard-ocr.runnerEnv" -}}
- name: SCORECARD_NAMESPACE
  valueFrom:
    fieldRef:
      fieldPath: metadata.namespace
- name: SCORECARD_POD_UID
  valueFrom:
    fieldRef:
      fieldPath: metadata.uid
- name: SCORECARD_READER
  value: {{ .reader | quote }}
- name: SCORECARD_REUSE_RESULTS
  value: {{ .Values.runner.reuseResults | quote }}
- name: SCORECARD_LANGUAGES
  value: {{ .Values.runner.languages | quote }}
{{ include "scorecard-ocr.databaseUrl" . }}
{{ include "scorecard-ocr.storageEnv" . }}
{{- with .Values.storage.existingSecret }}
- name: S3_ACCESS_KEY_ID
  valueFrom:
    secretKeyRef:
      name: {{ . }}
      key: {{ $.Values.storage.accessKeyIdKey }}
- name: S3_SECRET_ACCESS_KEY
  valueFrom:
    secretKeyRef:
      name: {{ . }}
      key: {{ $.Values.storage.secretAccessKeyKey }}
{{- end }}
- name: MAX_UPLOAD_SIZE_MB
  value: {{ int64 .Values.limits.maxUploadSizeMB | quote }}
- name: CRICKSY_LOG_LEVEL
  value: {{ .Values.logLevel | quote }}
- name: OMP_THREAD_LIMIT
  value: "1"
{{- with .Values.runner.extraEnv }}
{{ toYaml . }}
{{- end }}
{{- end -}}
