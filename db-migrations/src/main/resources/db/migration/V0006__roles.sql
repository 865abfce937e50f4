-- Who may do what: roles as data (spec platform.md 2 and clinical.md 1.3, with their corrections).
-- Administrators are technical: they hold no right to sign clinical acts.

insert into role (code, clinical) values
  ('accountant', false),
  ('admin', false),
  ('anaesthetist', true),
  ('auditor', false),
  ('cashier', false),
  ('convention_billing', false),
  ('depot_manager', false),
  ('doctor', true),
  ('imaging_tech', true),
  ('lab_manager', true),
  ('lab_technician', true),
  ('manager', false),
  ('nurse', true),
  ('ophthalmologist', true),
  ('optical_reception', false),
  ('optician', false),
  ('optometrist', true),
  ('orthoptist', true),
  ('pharmacist', true),
  ('pharmacy_reception', false),
  ('privacy_officer', false),
  ('radiologist', true),
  ('receptionist', false),
  ('super_admin', false),
  ('surgeon', true),
  ('technician', true),
  ('theatre_nurse', true);

insert into role_permission (role, permission)
select grants.role, permission
from (values
  ('accountant',
    'view_financial manage_financial view_invoices manage_invoices '
    'create_invoices manage_billing process_payments view_financial_reports '
    'manage_insurance_claims view_reports generate_reports export_data'),
  ('admin',
    'manage_users manage_system manage_settings manage_clinics manage_migrations '
    'view_patients view_audit manage_audit view_reports generate_reports '
    'manage_staff_schedules manage_devices manage_equipment export_data '
    'delete_patients merge_patients override_duplicates register_patients '
    'manage_patients'),
  ('anaesthetist',
    'view_patients view_medical_records view_surgery update_vitals '
    'administer_medications view_laboratory'),
  ('auditor',
    'view_audit view_financial view_invoices view_financial_reports view_reports '
    'view_inventory'),
  ('cashier',
    'view_patients view_invoices create_invoices process_payments view_financial'),
  ('convention_billing',
    'view_patients view_invoices create_invoices manage_invoices manage_billing '
    'manage_insurance_claims view_financial'),
  ('depot_manager',
    'view_inventory manage_inventory approve_purchase_orders view_pharmacy '
    'view_optical'),
  ('doctor',
    'view_patients manage_patients register_patients merge_patients '
    'view_appointments manage_appointments view_medical_records '
    'manage_medical_records view_prescriptions create_prescriptions '
    'manage_prescriptions view_patient_medications drug_interactions_check '
    'view_laboratory view_lab_orders verify_results view_imaging order_imaging '
    'view_imaging_orders create_imaging_reports view_queue view_financial '
    'view_invoices perform_eye_exams view_ophthalmology view_surgery view_ivt '
    'update_patient_notes'),
  ('imaging_tech',
    'view_patients view_imaging manage_imaging view_imaging_orders view_queue '
    'schedule_imaging perform_imaging upload_imaging_results'),
  ('lab_manager',
    'view_patients view_laboratory manage_laboratory view_lab_orders '
    'collect_specimens receive_specimens enter_results verify_results '
    'validate_lab_results upload_results update_test_status view_inventory'),
  ('lab_technician',
    'view_patients view_laboratory manage_laboratory view_lab_orders '
    'collect_specimens receive_specimens enter_results upload_results '
    'update_test_status view_invoices'),
  ('manager',
    'delete_appointments view_all_data view_patients merge_patients override_duplicates '
    'delete_patients view_appointments view_queue manage_queue view_reports '
    'generate_reports view_financial view_invoices view_financial_reports '
    'manage_staff_schedules view_inventory approve_purchase_orders '
    'view_laboratory view_imaging view_pharmacy view_optical manage_migrations'),
  ('nurse',
    'view_patients register_patients view_appointments manage_appointments '
    'view_medical_records view_prescriptions view_patient_medications view_queue '
    'manage_queue check_in_patients update_vitals administer_medications '
    'update_patient_notes collect_specimens view_lab_orders view_imaging_orders '
    'view_ivt'),
  ('ophthalmologist',
    'view_patients manage_patients register_patients merge_patients '
    'view_appointments manage_appointments view_medical_records '
    'manage_medical_records view_prescriptions create_prescriptions '
    'manage_prescriptions view_patient_medications drug_interactions_check '
    'view_laboratory view_lab_orders verify_results view_imaging order_imaging '
    'view_imaging_orders create_imaging_reports view_queue view_financial '
    'view_invoices perform_eye_exams view_ophthalmology view_surgery view_ivt '
    'update_patient_notes create_optical_prescriptions manage_ophthalmology '
    'manage_ivt manage_surgery view_inventory'),
  ('optical_reception',
    'view_patients register_patients view_optical manage_glasses_orders '
    'view_invoices create_invoices'),
  ('optician',
    'view_patients view_prescriptions view_optical manage_optical '
    'manage_glasses_orders view_inventory manage_inventory view_invoices '
    'create_invoices'),
  ('optometrist',
    'view_patients manage_patients register_patients perform_eye_exams '
    'create_optical_prescriptions manage_glasses_orders view_prescriptions '
    'view_queue view_invoices view_appointments manage_appointments '
    'view_ophthalmology view_optical view_medical_records'),
  ('orthoptist',
    'view_patients view_prescriptions view_queue perform_orthoptic_exams '
    'view_appointments manage_appointments update_patient_notes '
    'view_ophthalmology view_medical_records'),
  ('pharmacist',
    'view_patients view_prescriptions verify_prescriptions dispense_medications '
    'view_patient_medications drug_interactions_check view_pharmacy '
    'manage_pharmacy view_inventory manage_inventory view_invoices'),
  ('pharmacy_reception',
    'view_patients view_pharmacy view_prescriptions view_invoices create_invoices '
    'process_payments'),
  ('privacy_officer',
    'view_audit manage_audit view_reports export_data'),
  ('radiologist',
    'view_patients view_imaging manage_imaging view_imaging_orders '
    'upload_imaging_results create_imaging_reports view_reports'),
  ('receptionist',
    'view_patients manage_patients register_patients merge_patients '
    'update_contact_info check_in_patients view_appointments manage_appointments '
    'view_queue manage_queue process_payments view_financial view_invoices '
    'create_invoices'),
  ('super_admin',
    'manage_users manage_system manage_settings manage_clinics manage_migrations '
    'view_audit manage_devices manage_equipment'),
  ('surgeon',
    'view_patients view_medical_records view_surgery manage_surgery view_ivt '
    'manage_ivt view_imaging view_laboratory view_prescriptions '
    'create_prescriptions'),
  ('technician',
    'view_patients view_imaging view_imaging_orders manage_devices '
    'manage_equipment upload_results upload_imaging_results'),
  ('theatre_nurse',
    'view_patients view_medical_records view_surgery update_vitals '
    'administer_medications view_inventory')
) as grants (role, permissions),
lateral regexp_split_to_table(trim(grants.permissions), ' +') as permission;
