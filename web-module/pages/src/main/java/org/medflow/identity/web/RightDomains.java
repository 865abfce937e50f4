package org.medflow.identity.web;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rights by the part of the clinic that they are about, in the order in which people read them. */
public final class RightDomains {

  private static final Map<String, List<String>> DOMAINS = new LinkedHashMap<>();

  static {
    put("patients", "view_patients register_patients manage_patients update_contact_info");
    put("patients", "check_in_patients merge_patients override_duplicates delete_patients");
    put("appointments", "view_appointments manage_appointments delete_appointments view_queue");
    put("appointments", "manage_queue");
    put("records", "view_medical_records manage_medical_records update_vitals");
    put("records", "administer_medications update_patient_notes");
    put("eyes", "view_ophthalmology manage_ophthalmology perform_eye_exams");
    put("eyes", "perform_orthoptic_exams create_optical_prescriptions view_ivt manage_ivt");
    put("eyes", "view_surgery manage_surgery");
    put("prescriptions", "view_prescriptions create_prescriptions manage_prescriptions");
    put("prescriptions", "verify_prescriptions view_patient_medications");
    put("prescriptions", "drug_interactions_check");
    put("pharmacy", "view_pharmacy manage_pharmacy dispense_medications view_inventory");
    put("pharmacy", "manage_inventory approve_purchase_orders");
    put("laboratory", "view_laboratory manage_laboratory view_lab_orders collect_specimens");
    put("laboratory", "receive_specimens enter_results verify_results validate_lab_results");
    put("laboratory", "upload_results update_test_status");
    put("imaging", "view_imaging order_imaging manage_imaging view_imaging_orders");
    put("imaging", "schedule_imaging perform_imaging upload_imaging_results");
    put("imaging", "create_imaging_reports");
    put("optical", "view_optical manage_optical manage_glasses_orders");
    put("money", "view_financial manage_financial process_payments view_invoices");
    put("money", "create_invoices manage_invoices manage_billing view_financial_reports");
    put("money", "manage_insurance_claims");
    put("steering", "view_all_data view_reports generate_reports export_data");
    put("steering", "manage_staff_schedules manage_devices manage_equipment");
    put("system", "view_audit manage_audit manage_users manage_clinics manage_settings");
    put("system", "manage_migrations manage_system");
  }

  private RightDomains() {}

  /** Some rights of one domain, as codes. */
  public record Domain(String name, List<String> rights) {}

  private static void put(String domain, String rights) {
    DOMAINS.merge(
        domain,
        List.of(rights.split(" ")),
        (before, more) -> Stream.concat(before.stream(), more.stream()).toList());
  }

  /** All there are. */
  public static List<Domain> all() {
    return DOMAINS.entrySet().stream().map(d -> new Domain(d.getKey(), d.getValue())).toList();
  }

  /** These rights by domain; domains without one are left out. */
  public static List<Domain> of(Collection<String> rights) {
    var held = Set.copyOf(rights);
    return all().stream()
        .map(d -> new Domain(d.name(), d.rights().stream().filter(held::contains).toList()))
        .filter(d -> !d.rights().isEmpty())
        .toList();
  }
}
